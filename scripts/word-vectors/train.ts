import type { Random } from '../../bench/lib/random'
import { add, dot, normalise, rowOf, rowsOf, zeros, type Matrix } from './matrix'

const STEPS = 800
const PAIRS_PER_STEP = 192
const RATE = 0.02
/** How sharply a pair is to stand out among the others of a step. */
const TEMPERATURE = 0.15
/** How strongly a word is held to where its sources put it. */
const HOLD = 2
/** Among so many of the most frequent words a word without bearing on the theme is drawn now and then. */
const COMMON = [500, 12_000] as const

/**
 * Moves words of one theme together: in each step an 'ask' and an 'offer' of one to four words,
 * none in common, are drawn from each of some themes, and each is to be nearer to its own than to all others (the
 * InfoNCE loss of A. van den Oord and others, 2018, both ways, with AdaGrad, J. Duchi and others, 2011).
 * A text is the sum of its words, so a word's length comes to be its weight. Changes `words` in place.
 *
 * @param themes places of words
 * @param report is given each hundredth step's loss
 */
export function train(words: Matrix, themes: readonly (readonly number[])[], random: Random, report: (step: number, loss: number) => void): void {
  const start = Float32Array.from(words.data)
  const sizes = new Float32Array(words.rows).fill(1e-3)
  for (let step = 1; step <= STEPS; step += 1) {
    const drawn = random.shuffle(themes).slice(0, PAIRS_PER_STEP).map((theme) => drawPair(theme, random))
    const asks = textsOf(words, drawn.map(({ ask }) => ask))
    const offers = textsOf(words, drawn.map(({ offer }) => offer))
    const { loss, askPull, offerPull } = pulls(asks.sums, offers.sums)
    const gradients = new Map<number, Float32Array>()
    drawn.forEach(({ ask, offer }, row) => {
      spread(gradients, ask, alongSphere(rowOf(askPull, row), rowOf(asks.sums, row), asks.lengths[row] ?? 1))
      spread(gradients, offer, alongSphere(rowOf(offerPull, row), rowOf(offers.sums, row), offers.lengths[row] ?? 1))
    })
    for (const [word, gradient] of gradients) {
      const vector = rowOf(words, word)
      add(gradient, HOLD, vector)
      add(gradient, -HOLD, start.subarray(word * words.dims, (word + 1) * words.dims))
      const size = (sizes[word] ?? 0) + dot(gradient, gradient) / words.dims
      sizes[word] = size
      add(vector, -RATE / Math.sqrt(size), gradient)
    }
    if (step % 100 === 0) report(step, loss)
  }
}

function drawPair(theme: readonly number[], random: Random): { ask: number[]; offer: number[] } {
  const words = random.shuffle(theme)
  const split = Math.min(random.between(1, 3), words.length - 1)
  const ask = words.slice(0, split)
  const offer = words.slice(split, split + random.between(1, 4))
  for (const text of [ask, offer]) if (random.next() < 0.5) text.push(random.between(...COMMON))
  return { ask, offer }
}

/** The texts' sums of words, at length 1, and the lengths they had. */
function textsOf(words: Matrix, texts: readonly (readonly number[])[]): { sums: Matrix; lengths: number[] } {
  const sums = zeros(texts.length, words.dims)
  const lengths = texts.map((text, row) => {
    for (const word of text) add(rowOf(sums, row), 1, rowOf(words, word))
    return normalise(rowOf(sums, row)) || 1
  })
  return { sums, lengths }
}

/** The loss, and its gradients by the texts. */
function pulls(asks: Matrix, offers: Matrix): { loss: number; askPull: Matrix; offerPull: Matrix } {
  const size = asks.rows
  // Exponents of numbers up to 1 / TEMPERATURE: none overflows.
  const exponents = zeros(size, size)
  const rowSums = new Float64Array(size)
  const columnSums = new Float64Array(size)
  const ask = rowsOf(asks)
  const offer = rowsOf(offers)
  for (const [row, one] of ask.entries()) {
    for (const [column, other] of offer.entries()) {
      const exponent = Math.exp(dot(one, other) / TEMPERATURE)
      exponents.data[row * size + column] = exponent
      rowSums[row] = (rowSums[row] ?? 0) + exponent
      columnSums[column] = (columnSums[column] ?? 0) + exponent
    }
  }
  const askPull = zeros(size, asks.dims)
  const offerPull = zeros(size, asks.dims)
  let loss = 0
  const askPulls = rowsOf(askPull)
  const offerPulls = rowsOf(offerPull)
  for (const [row, one] of ask.entries()) {
    for (const [column, other] of offer.entries()) {
      const exponent = exponents.data[row * size + column] ?? 0
      const share = exponent / (rowSums[row] ?? 1)
      if (row === column) loss -= Math.log(share) / size
      const pull = ((share + exponent / (columnSums[column] ?? 1)) / 2 - (row === column ? 1 : 0)) / TEMPERATURE
      const rowPull = askPulls[row]
      const columnPull = offerPulls[column]
      if (rowPull) add(rowPull, pull, other)
      if (columnPull) add(columnPull, pull, one)
    }
  }
  return { loss, askPull, offerPull }
}

/** The gradient by a text before it was scaled to length 1. */
function alongSphere(pull: Float32Array, text: Float32Array, length: number): Float32Array {
  const gradient = Float32Array.from(pull)
  add(gradient, -dot(pull, text), text)
  return gradient.map((component) => component / length)
}

function spread(gradients: Map<number, Float32Array>, words: readonly number[], gradient: Float32Array): void {
  for (const word of words) {
    const known = gradients.get(word)
    if (known) add(known, 1, gradient)
    else gradients.set(word, Float32Array.from(gradient))
  }
}
