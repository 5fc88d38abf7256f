import { readFileSync } from 'node:fs'
import { parseWordVectors, type WordVectors } from '@/domain/matching/text/word-vectors'
import { logger } from './logger'
import { WORD_VECTORS_FILE } from './word-vectors-file'

let loaded: WordVectors | null | undefined

/**
 * The table of word vectors, read from disk when first asked for and then kept. Matching works without
 * it, by words alone: null when the file is missing or broken, which one line of the log says.
 */
export function wordVectors(): WordVectors | null {
  if (loaded === undefined) loaded = loadWordVectors(WORD_VECTORS_FILE)
  return loaded
}

/** Reads the table from a file; null, and a line in the log, when that cannot be done. */
export function loadWordVectors(file: string): WordVectors | null {
  try {
    return parseWordVectors(readFileSync(file))
  } catch (error) {
    logger.warn({ err: error, file }, 'matching goes by words alone: the table of word vectors cannot be read')
    return null
  }
}
