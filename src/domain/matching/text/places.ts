import type { WordVectors } from './word-vectors'
import { foldWord } from './words'

/** The shortest half of a compound: snow in snowboarding, but not 'or' in forum. */
const SHORTEST_PART = 4

/**
 * Where a word stands in the table: as it is written, or else another word of its stem, or else the two
 * words that it is put together from (bookshop, playground).
 *
 * @returns none, one or two places
 */
export function placesOf(stem: string, written: string, vectors: WordVectors): readonly number[] {
  const word = foldWord(written)
  const place = vectors.places.get(word) ?? vectors.stems.get(stem)
  return place === undefined ? partsOf(word, vectors) : [place]
}

function partsOf(word: string, { places, stems }: WordVectors): readonly number[] {
  // Nobody's word is longer; hostile text may be.
  if (word.length > 30) return []
  for (let split = word.length - SHORTEST_PART; split >= SHORTEST_PART; split -= 1) {
    const first = places.get(word.slice(0, split))
    const second = places.get(word.slice(split)) ?? stems.get(word.slice(split))
    if (first !== undefined && second !== undefined) return [first, second]
  }
  return []
}
