import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseWordVectors, type WordVectors } from '../../../src/domain/matching/text/word-vectors'
import { WORD_VECTORS_FILE } from '../../../src/server/lib/word-vectors-file'

/** The table that the app loads, and its size. */
export function tableOfApp(): { vectors: WordVectors; bytes: number } {
  const bytes = readFileSync(fileURLToPath(new URL(`../../../${WORD_VECTORS_FILE}`, import.meta.url)))
  return { vectors: parseWordVectors(bytes), bytes: bytes.length }
}
