import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallTable, tableOf } from '../../../../tests/support/small-word-table'
import { parseWordVectors, WordVectorsError } from './word-vectors'

describe('a table of word vectors', () => {
  test('is read as it was written', () => {
    const table = parseWordVectors(smallTable())
    expect([...table.places.keys()]).toEqual(['plumber', 'tap', 'guitar', 'chords'])
    expect([...table.vectors.subarray(4, 8)]).toEqual([100, 30, 0, 0])
    expect(table.topicCount).toBe(2)
  })

  test('lies anywhere in memory', () => {
    const bytes = smallTable()
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(parseWordVectors(shifted.subarray(3))).toEqual(parseWordVectors(bytes))
  })

  test('is refused with one clear error when it is cut off, too long or something else', () => {
    const bytes = smallTable()
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => parseWordVectors(bytes.subarray(0, length))).toThrow(WordVectorsError)
    }
    expect(() => parseWordVectors(new Uint8Array([...bytes, 0]))).toThrow(/should have/)
    expect(() => parseWordVectors(tableOf({ words: ['twice', 'twice'], vectors: [1, 2, 3, 4, 5, 6, 7, 8] }))).toThrow(/names/)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (noise) => {
        expect(() => parseWordVectors(noise)).toThrow(WordVectorsError)
      }),
    )
  })
})
