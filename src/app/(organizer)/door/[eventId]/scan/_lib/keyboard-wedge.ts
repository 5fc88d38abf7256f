/** Between two keys of a scanner there is no more time than this, in milliseconds; people need longer. */
const FASTEST_FINGERS_MS = 60
/** One key and Enter may be a hand. What is longer is answered, be it no code of ours: silence would leave the last answer standing for it. */
const SHORTEST = 2
/** What is longer is no code of ours, and is cut off so that nothing grows without end. */
const LONGEST = 5_000

/** A key that was pressed while no field had the focus. */
export interface KeyPress {
  readonly key: string
  /** When, in milliseconds of any clock that runs. */
  readonly at: number
}

/**
 * Puts together what a hardware scanner types: keys in quick succession, ended by Enter.
 * @returns what to tell of every key: the text when the key has ended one, else null.
 */
export function keyboardWedge(): (press: KeyPress) => string | null {
  let typed = ''
  let lastAt = Number.NEGATIVE_INFINITY
  return ({ key, at }) => {
    if (at - lastAt > FASTEST_FINGERS_MS) typed = ''
    lastAt = at
    if (key === 'Enter') {
      const text = typed
      typed = ''
      return text.length >= SHORTEST ? text : null
    }
    // Shift and its like are keys of their own, with names of several letters.
    if ([...key].length === 1 && typed.length < LONGEST) typed += key
    return null
  }
}
