import { contentWords } from './words'
import type { WordVectors } from './word-vectors'
import { meaningOf, nearestTopics, placeOf, signatureOf } from './meaning'

/** A free text, read once, to be matched with many. */
export interface ReadText {
  /** Stem to the word as it was written first. */
  readonly words: ReadonlyMap<string, string>
  /** How much each stem tells, from 0 to 1, in the order of `words`: by how rare it is in the language, not in the room. */
  readonly weights: Float32Array
  /** Length of `weights` as a vector; 0 for no words. */
  readonly length: number
  /** What it is about, as a vector of length 1; null for a text without known words, or without vectors. */
  readonly meaning: Float32Array | null
  /** Signs of the meaning's components, 32 to a number: the more bits differ, the less alike; null with it. */
  readonly signature: Uint32Array | null
  /** The nearest of the table's topics, the nearest first; empty with no meaning. */
  readonly topics: Uint16Array
}

/** What a word weighs that is in no table: it is rare. */
const UNKNOWN_WEIGHT = 1

/**
 * Reads a free text. What it gives depends on the text and the table alone.
 *
 * @param vectors null to go by words alone
 */
export function readText(text: string, vectors: WordVectors | null): ReadText {
  const words = contentWords(text)
  const weights = Float32Array.from(words, ([stem, written]) => weightOf(stem, written, vectors))
  const meaning = vectors === null ? null : meaningOf(words, vectors)
  return {
    words,
    weights,
    length: Math.hypot(...weights),
    meaning,
    signature: meaning === null ? null : signatureOf(meaning),
    topics: meaning === null || vectors === null ? new Uint16Array() : nearestTopics(meaning, vectors),
  }
}

function weightOf(stem: string, written: string, vectors: WordVectors | null): number {
  const place = vectors === null ? undefined : placeOf(stem, written, vectors)
  if (vectors === null || place === undefined) return UNKNOWN_WEIGHT
  return (vectors.weights[place] ?? 0) / 255
}
