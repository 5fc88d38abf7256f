import { TABLE_HEADER_BYTES, TABLE_MAGIC } from '../../src/domain/matching/text/word-vectors'

/** A table's bytes, for tests: vectors of four components, two topics, every word of weight 1. */
export function tableOf({ words, vectors }: { words: readonly string[]; vectors: readonly number[] }): Uint8Array {
  const list = new TextEncoder().encode(words.join('\n'))
  const weights = words.map(() => 255)
  const signed = new Uint8Array(Int8Array.from([...vectors, 100, 0, 0, 0, 0, 0, 100, 0]).buffer)
  const header = new Uint8Array(TABLE_HEADER_BYTES)
  header.set(new TextEncoder().encode(TABLE_MAGIC))
  const view = new DataView(header.buffer)
  ;[4, words.length, 2, list.length].forEach((value, at) => {
    view.setUint32(4 + 4 * at, value, true)
  })
  return Uint8Array.from([...header, ...list, ...weights, ...signed])
}

/** Plumbing in one direction, guitars in another. */
export function smallTable(): Uint8Array {
  return tableOf({
    words: ['plumber', 'tap', 'guitar', 'chords'],
    vectors: [100, 0, 10, 0, 100, 30, 0, 0, 0, 0, 100, 10, 0, 10, 100, -20],
  })
}
