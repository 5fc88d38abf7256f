import { TABLE_HEADER_BYTES, TABLE_MAGIC } from '../../src/domain/matching/text/word-vectors'
import { dot, rowOf, type Matrix } from './matrix'

/** So many in a hundred words weigh less than the most a byte can say. */
const WEIGHED = 0.995

/** The file of a table, as `parseWordVectors` reads it: a word's length is its weight. */
export function tableBytes(words: readonly string[], vectors: Matrix, topics: Matrix): Uint8Array {
  const list = new TextEncoder().encode(words.join('\n'))
  const header = new Uint8Array(TABLE_HEADER_BYTES)
  header.set(new TextEncoder().encode(TABLE_MAGIC))
  const view = new DataView(header.buffer)
  ;[vectors.dims, words.length, topics.rows, list.length].forEach((value, at) => {
    view.setUint32(4 + 4 * at, value, true)
  })
  return Buffer.concat([header, list, weightsOf(vectors), signedBytes(vectors), signedBytes(topics)])
}

function weightsOf(vectors: Matrix): Uint8Array {
  const lengths = Float32Array.from({ length: vectors.rows }, (_, row) => {
    const vector = rowOf(vectors, row)
    return Math.sqrt(dot(vector, vector))
  })
  const most = Float32Array.from(lengths).sort()[Math.floor(WEIGHED * lengths.length)] ?? 1
  return Uint8Array.from(lengths, (length) => Math.round(255 * Math.min(1, length / most)))
}

/** Each row with its largest component as 127. */
function signedBytes(matrix: Matrix): Uint8Array {
  const bytes = new Int8Array(matrix.data.length)
  for (let row = 0; row < matrix.rows; row += 1) {
    const vector = rowOf(matrix, row)
    const largest = vector.reduce((most, component) => Math.max(most, Math.abs(component)), 0) || 1
    vector.forEach((component, at) => (bytes[row * matrix.dims + at] = Math.round((127 * component) / largest)))
  }
  return new Uint8Array(bytes.buffer)
}
