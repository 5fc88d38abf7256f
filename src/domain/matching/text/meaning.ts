import { dot } from './dot'
import { placesOf } from './places'
import type { WordVectors } from './word-vectors'

/** How many topics a text is filed under. */
const TOPICS_PER_TEXT = 3

/**
 * The weighted mean of the words' vectors, scaled to length 1 (S. Arora, Y. Liang and T. Ma, 'A simple
 * but tough-to-beat baseline for sentence embeddings', 2017; their common component is taken out of the
 * table's vectors already).
 *
 * @returns null when the table knows none of the words
 */
export function meaningOf(words: ReadonlyMap<string, string>, vectors: WordVectors): Float32Array | null {
  const sum = new Float32Array(vectors.dims)
  for (const [stem, written] of words) {
    for (const place of placesOf(stem, written, vectors)) addWord(sum, place, vectors)
  }
  const length = Math.sqrt(dot(sum, sum))
  return length > 0 ? sum.map((component) => component / length) : null
}

function addWord(sum: Float32Array, place: number, { dims, vectors, weights }: WordVectors): void {
  const start = place * dims
  let square = 0
  for (let at = start; at < start + dims; at += 1) square += (vectors[at] ?? 0) ** 2
  const factor = square === 0 ? 0 : (weights[place] ?? 0) / 255 / Math.sqrt(square)
  for (let at = 0; at < dims; at += 1) sum[at] = (sum[at] ?? 0) + factor * (vectors[start + at] ?? 0)
}

/** The signs of the components, 32 to a number (M. Charikar, 'Similarity estimation techniques from rounding algorithms', 2002). */
export function signatureOf(meaning: Float32Array): Uint32Array {
  const signature = new Uint32Array(Math.ceil(meaning.length / 32))
  meaning.forEach((component, at) => {
    if (component > 0) signature[at >>> 5] = ((signature[at >>> 5] ?? 0) | (1 << (at & 31))) >>> 0
  })
  return signature
}

/** The places of the topics whose centres are nearest, the nearest first. */
export function nearestTopics(meaning: Float32Array, { dims, topics, topicCount }: WordVectors): Uint16Array {
  const best: { topic: number; product: number }[] = []
  for (let topic = 0; topic < topicCount; topic += 1) {
    const product = dot(meaning, topics.subarray(topic * dims, (topic + 1) * dims))
    if (best.length === TOPICS_PER_TEXT && product <= (best.at(-1)?.product ?? 0)) continue
    const after = best.findIndex((other) => product > other.product)
    best.splice(after < 0 ? best.length : after, 0, { topic, product })
    best.length = Math.min(best.length, TOPICS_PER_TEXT)
  }
  return Uint16Array.from(best, ({ topic }) => topic)
}
