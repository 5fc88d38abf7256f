/** What was promised and is still open, in the owner's words; empty where there is nothing. */
export interface Promised {
  /** First name of who will read it. */
  readonly name: string
  readonly myPromise: string
  readonly theirPromise: string
}

/** A line about a promise; the catalogue's namespace `drafts` has the sentences. */
export interface PromiseLine {
  readonly code: 'againMyPromise' | 'againTheirPromise'
  readonly name: string
  /** What was promised, as it goes on after 'I would'. */
  readonly promise: string
}

/** The longest promise that is repeated whole, in characters. */
const LONGEST = 200
/** How people begin a promise that goes on after 'I would' without it. */
const BEGINNING = /^(?:(?:I|he|she|they)(?:\s+(?:will|would|promised to|wanted to)|[’'](?:ll|d))|to)\s+/iu
/** A capital that only begins the sentence: not that of `I` or of `NASA`. */
const BEGINS_SENTENCE = /^\p{Lu}(?=\p{Ll})/u

/** What to write where something was promised: what one owes oneself comes first; null where nothing is open. */
export function promiseLine({ name, myPromise, theirPromise }: Promised): PromiseLine | null {
  const [mine, theirs] = [clauseOf(myPromise), clauseOf(theirPromise)]
  if (mine !== '') return { code: 'againMyPromise', name, promise: mine }
  return theirs === '' ? null : { code: 'againTheirPromise', name, promise: theirs }
}

function clauseOf(promise: string): string {
  const text = promise.replace(/\s+/gu, ' ').trim().replace(/[\s.]+$/u, '').replace(BEGINNING, '')
  return shortened(text.replace(BEGINS_SENTENCE, (letter) => letter.toLowerCase()), LONGEST)
}

/** The text on one line, cut between characters with an ellipsis where it is longer than so many. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text.replace(/\s+/gu, ' ').trim())
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('').trimEnd()}…`
}
