import { stem } from './stem'

/** What stands at the start of a table's file: 'SWV' and the version of the form. */
export const TABLE_MAGIC = 'SWV1'
/** Magic, then as little-endian 32-bit numbers: dims, words, topics, bytes of the word list. */
export const TABLE_HEADER_BYTES = 20

/**
 * A table of word vectors as scripts/derive-word-vectors.ts writes it. The file: the header, the
 * words in UTF-8 with a line feed between, one byte of weight a word, then the vectors of the words
 * and of the topics, one signed byte a component.
 */
export interface WordVectors {
  /** Components of a vector, a multiple of four. */
  readonly dims: number
  /** Word (lower case, no diacritics, not stemmed) to its place in `vectors`, the most frequent first. */
  readonly places: ReadonlyMap<string, number>
  /** Stem to the place of its most frequent word. */
  readonly stems: ReadonlyMap<string, number>
  /** How much a word tells, by place: from 0 to 255, for a weight of 0 to 1. */
  readonly weights: Uint8Array
  /** One after the other, `dims` bytes each; only the direction of a vector means something. */
  readonly vectors: Int8Array
  /** Centres of topics, each of length 1. */
  readonly topics: Float32Array
  readonly topicCount: number
}

/** Bytes that are no table of word vectors. */
export class WordVectorsError extends Error {
  override readonly name = 'WordVectorsError'
}

/**
 * Reads a table. The result looks into the same memory: `bytes` must not be changed afterwards.
 *
 * @throws WordVectorsError saying what is wrong with the bytes
 */
export function parseWordVectors(bytes: Uint8Array): WordVectors {
  if (bytes.length < TABLE_HEADER_BYTES || new TextDecoder('latin1').decode(bytes.subarray(0, 4)) !== TABLE_MAGIC) {
    throw new WordVectorsError(`A table of word vectors begins with ${TABLE_MAGIC}.`)
  }
  const header = new DataView(bytes.buffer, bytes.byteOffset, TABLE_HEADER_BYTES)
  const dims = header.getUint32(4, true)
  const count = header.getUint32(8, true)
  const topicCount = header.getUint32(12, true)
  const wordBytes = header.getUint32(16, true)
  const weightsAt = TABLE_HEADER_BYTES + wordBytes
  const vectorsAt = weightsAt + count
  const topicsAt = vectorsAt + count * dims
  const end = topicsAt + topicCount * dims
  if (dims === 0 || dims % 4 !== 0 || count === 0 || end !== bytes.length) {
    throw new WordVectorsError(`The table should have ${String(end)} bytes by its header and has ${String(bytes.length)}.`)
  }
  const words = decodeWords(bytes.subarray(TABLE_HEADER_BYTES, weightsAt))
  const places = new Map(words.map((word, place) => [word, place]))
  if (words.length !== count || places.size !== count) {
    throw new WordVectorsError(`The table names ${String(places.size)} words and should name ${String(count)}.`)
  }
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  return {
    dims,
    places,
    stems: stemsOf(words),
    weights: bytes.subarray(weightsAt, vectorsAt),
    vectors: signed.subarray(vectorsAt, topicsAt),
    topics: unitRows(signed.subarray(topicsAt, end), dims),
    topicCount,
  }
}

function unitRows(bytes: Int8Array, dims: number): Float32Array {
  const rows = Float32Array.from(bytes)
  for (let start = 0; start < rows.length; start += dims) {
    const row = rows.subarray(start, start + dims)
    const length = Math.hypot(...row)
    row.forEach((component, at) => (row[at] = length === 0 ? 0 : component / length))
  }
  return rows
}

function stemsOf(words: readonly string[]): Map<string, number> {
  const stems = new Map<string, number>()
  words.forEach((word, place) => {
    const key = stem(word)
    if (!stems.has(key)) stems.set(key, place)
  })
  return stems
}

function decodeWords(bytes: Uint8Array): string[] {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).split('\n')
  } catch {
    throw new WordVectorsError('The words of the table are no UTF-8.')
  }
}
