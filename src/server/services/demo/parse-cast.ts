/** How often somebody comes: every time, now and then, or tonight for the first time. */
export type Habit = 'R' | 'O' | 'N'

/** A person of the demo community; empty lines are ones they left empty. */
export interface DemoPerson {
  readonly habit: Habit
  readonly name: string
  readonly headline: string
  readonly ask: string
  readonly offer: string
  readonly starter: string
  /** Slugs of the interest catalogue. */
  readonly interests: readonly string[]
}

function isHabit(text: string): text is Habit {
  return text === 'R' || text === 'O' || text === 'N'
}

/**
 * Reads people, one a line, parts between bars.
 * @throws Error that names the line which does not have seven parts.
 */
export function parseCast(text: string): readonly DemoPerson[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [habit, name, headline, ask, offer, starter, interests, ...rest] = line.split('|')
      if (
        habit === undefined ||
        !isHabit(habit) ||
        name === undefined ||
        headline === undefined ||
        ask === undefined ||
        offer === undefined ||
        starter === undefined ||
        interests === undefined ||
        rest.length > 0
      ) {
        throw new Error(`Not a person of seven parts: ${line}`)
      }
      return { habit, name, headline, ask, offer, starter, interests: interests.split(', ') }
    })
}
