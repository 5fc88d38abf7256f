import type { Random } from '../../bench/lib/random'
import { add, dot, normalise, rowOf, zeros, type Matrix } from './matrix'

const ROUNDS = 15
const TEXTS_PER_THEME = 8
/** A text from outside the themes is one of the most frequent words. */
const WORDS = 4_000

/** Centres of topics: spherical k-means (I. Dhillon and D. Modha, 2001) over texts drawn from the themes and single words. */
export function findTopics(words: Matrix, themes: readonly (readonly number[])[], count: number, random: Random): Matrix {
  const texts = drawTexts(words, themes, random)
  const topics = zeros(count, words.dims)
  const first = random.shuffle(Array.from({ length: texts.rows }, (_, row) => row))
  for (let topic = 0; topic < count; topic += 1) rowOf(topics, topic).set(rowOf(texts, first[topic] ?? 0))
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = zeros(count, words.dims)
    for (let row = 0; row < texts.rows; row += 1) add(rowOf(sums, nearest(topics, rowOf(texts, row))), 1, rowOf(texts, row))
    for (let topic = 0; topic < count; topic += 1) {
      // A topic that nothing is nearest to stays where it is.
      if (normalise(rowOf(sums, topic)) > 0) rowOf(topics, topic).set(rowOf(sums, topic))
    }
  }
  return topics
}

function drawTexts(words: Matrix, themes: readonly (readonly number[])[], random: Random): Matrix {
  const drawn = themes.flatMap((theme) =>
    Array.from({ length: TEXTS_PER_THEME }, () => random.shuffle(theme).slice(0, random.between(2, 5))),
  )
  for (let word = 0; word < WORDS; word += 1) drawn.push([word])
  const texts = zeros(drawn.length, words.dims)
  drawn.forEach((text, row) => {
    for (const word of text) add(rowOf(texts, row), 1, rowOf(words, word))
    normalise(rowOf(texts, row))
  })
  return texts
}

function nearest(topics: Matrix, text: Float32Array): number {
  let best = 0
  let most = -Infinity
  for (let topic = 0; topic < topics.rows; topic += 1) {
    const product = dot(rowOf(topics, topic), text)
    if (product > most) [best, most] = [topic, product]
  }
  return best
}
