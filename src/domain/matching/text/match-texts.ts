import type { ReadText } from './read-text'

/** What is above this share of common words is about the same as all of them. */
const WORDS_ENOUGH = 0.8

/**
 * How well an offer answers an ask: about the share of such pairs that people would call a match.
 *
 * @returns from 0, also when one of them says nothing, to 1
 */
export function matchTexts(ask: ReadText, offer: ReadText): number {
  const words = overlapOf(ask, offer) / WORDS_ENOUGH
  const meaning = (productOf(ask, offer) - 0.35) / 0.5
  return Math.max(0, Math.min(1, Math.max(words, meaning)))
}

/** The cosine of the two texts' words, from 0 to 1. */
function overlapOf(one: ReadText, other: ReadText): number {
  if (one.length === 0 || other.length === 0) return 0
  let sum = 0
  let at = 0
  for (const stem of one.words.keys()) {
    if (other.words.has(stem)) sum += (one.weights[at] ?? 0) ** 2
    at += 1
  }
  return sum / (one.length * other.length)
}

function productOf({ meaning: one }: ReadText, { meaning: other }: ReadText): number {
  if (one === null || other === null) return 0
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

/**
 * The words that stand in both, up to inflection, as they are written in `one`: the most telling
 * first. Only where there is one may a reason say that the two share it; otherwise they are only close
 * in meaning.
 */
export function sharedWords(one: ReadText, other: ReadText): string[] {
  return Array.from(one.words, ([stem, written], at) => ({ stem, written, weight: one.weights[at] ?? 0, at }))
    .filter(({ stem }) => other.words.has(stem))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .map(({ written }) => written)
}
