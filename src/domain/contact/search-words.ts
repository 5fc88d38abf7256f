import { foldName } from '../check-in/name-search'

/** The longest text that is searched for, in UTF-16 units, and the most words of it that count. */
const LONGEST = 100
const MOST_WORDS = 6

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu

/** Scripts that are written without spaces: what is looked for may stand in the middle. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Whether a word of this script is looked for anywhere, and not only where a word begins. */
export function isUnspaced(word: string): boolean {
  return UNSPACED.test(word)
}

/**
 * The words of what somebody looks for, each once, at most six: letters and digits alone, so that they can
 * stand in a pattern or a text search query as they are. What is nothing but marks is left out.
 */
export function searchWords(text: string): string[] {
  const words = text.slice(0, LONGEST).replace(/['’ʼ`´]/gu, '').normalize('NFKC').match(WORD) ?? []
  return [...new Set(words.filter((word) => foldName(word) !== ''))].slice(0, MOST_WORDS)
}

/** A piece of a text around what was found in it. */
export interface Excerpt {
  readonly before: string
  readonly match: string
  readonly after: string
}

/** How much of the text stands before and after what was found, in UTF-16 units. */
const BEFORE = 40
const AFTER = 80

/** Cuts at a space rather than in a word, and says that there is more. */
function tail(text: string): string {
  if (text.length <= BEFORE) return text
  const cut = text.slice(-BEFORE)
  return `…${cut.slice(Math.max(0, cut.indexOf(' ')))}`
}

function head(text: string): string {
  if (text.length <= AFTER) return text
  const cut = text.slice(0, AFTER)
  const space = cut.lastIndexOf(' ')
  return `${space > 0 ? cut.slice(0, space) : cut}…`
}

/**
 * Where the first of the words begins a word of the text (or stands in it, in scripts without spaces), with a
 * little around it; null where none does.
 */
export function excerptOf(text: string, words: readonly string[]): Excerpt | null {
  const wanted = words.map(foldName)
  const line = text.replace(/\s+/gu, ' ')
  for (const found of line.matchAll(WORD)) {
    const folded = foldName(found[0])
    const hit = wanted.some((word) => (isUnspaced(word) ? folded.includes(word) : folded.startsWith(word)))
    if (!hit) continue
    const end = found.index + found[0].length
    return { before: tail(line.slice(0, found.index)), match: found[0], after: head(line.slice(end)) }
  }
  return null
}
