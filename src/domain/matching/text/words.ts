import { foldLatin } from '../../interests/normalise'
import { stem } from './stem'
import { STOP_WORDS } from './stop-words'

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:\+\+|#)?/gu
/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * The words of a free text that carry meaning: their stems, each with the word as it was written
 * first. Stop words and single letters are left out; C++ and C# stay.
 */
export function contentWords(text: string): Map<string, string> {
  const words = new Map<string, string>()
  for (const written of splitWords(text.normalize('NFKC'))) {
    const word = foldWord(written)
    if (STOP_WORDS.has(word) || (word.length < 2 && !UNSPACED.test(word))) continue
    const key = stem(word)
    if (!words.has(key)) words.set(key, written)
  }
  return words
}

/** Lower case, without the diacritics of Latin letters. */
export function foldWord(written: string): string {
  return foldLatin(written.toLowerCase())
}

function splitWords(text: string): string[] {
  if (UNSPACED.test(text)) {
    const segments = new Intl.Segmenter('und', { granularity: 'word' }).segment(text)
    return Array.from(segments).flatMap(({ segment, isWordLike }) => (isWordLike === true ? [segment] : []))
  }
  // An apostrophe ends no word: don't and women's stay whole, as dont and womens.
  return text.replace(/(?<=\p{L})['’](?=\p{L})/gu, '').match(WORD) ?? []
}
