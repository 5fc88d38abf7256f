import { matchTexts } from '../../../src/domain/matching/text/match-texts'
import { readText, type ReadText } from '../../../src/domain/matching/text/read-text'
import type { WordVectors } from '../../../src/domain/matching/text/word-vectors'
import { seededRandom } from '../random'
import type { Matcher } from './measures'
import type { Triple } from './triples'

export function randomMatcher(): Matcher {
  const random = seededRandom(1)
  return () => random.next()
}

/** Share of the two texts' trigrams that both have (Jaccard). */
export function trigramMatcher(): Matcher {
  const trigramsOf = remembered((text) => {
    const padded = `  ${text.toLowerCase()} `
    return new Set(Array.from(padded, (_, at) => padded.slice(at, at + 3)).filter(({ length }) => length === 3))
  })
  return (ask, offer) => {
    const [one, other] = [trigramsOf(ask), trigramsOf(offer)]
    const shared = [...one].filter((trigram) => other.has(trigram)).length
    return shared / (one.size + other.size - shared || 1)
  }
}

/** Okapi BM25 (S. Robertson and others, 1994) over all offers, plain words, neither stemmed nor stopped. */
export function bm25Matcher(triples: readonly Triple[]): Matcher {
  const [K1, B] = [1.2, 0.75]
  const wordsOf = remembered((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const offers = triples.map(({ offer }) => wordsOf(offer))
  const meanLength = offers.reduce((sum, words) => sum + words.length, 0) / offers.length || 1
  const rarity = remembered((word) => {
    const having = offers.filter((words) => words.some((other) => other === word)).length
    return Math.log(1 + (offers.length - having + 0.5) / (having + 0.5))
  })
  return (ask, offer) => {
    const words = wordsOf(offer)
    return wordsOf(ask).reduce((sum, word) => {
      const count = words.filter((other) => other === word).length
      return sum + (rarity(word) * count * (K1 + 1)) / (count + K1 * (1 - B + (B * words.length) / meanLength))
    }, 0)
  }
}

/** The engine's own match; by words alone without vectors. */
export function engineMatcher(vectors: WordVectors | null): Matcher {
  const read = remembered((text): ReadText => readText(text, vectors))
  return (ask, offer) => matchTexts(read(ask), read(offer))
}

function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = make(text)
    known.set(text, made)
    return made
  }
}
