import { cosine, rarityOf, unitVector } from './idf'
import type { PairMethod } from './protocol'
import type { FormEntry } from './read-data'

export const atRandom: PairMethod = () => 0

/** What both chose as a share of what either chose: the usual way of counting shared tags. */
export const sharedTags: PairMethod = (a, b) => {
  const both = a.topics.filter((topic) => b.topics.includes(topic)).length
  return both / (a.topics.length + b.topics.length - both)
}

/** The cosine of terms weighted by their rarity. */
export function idfCosine(people: readonly FormEntry[], termsOf: (entry: FormEntry) => readonly string[]): PairMethod {
  const rarity = rarityOf(people.map(termsOf))
  const vectors = new Map(people.map((entry) => [entry, unitVector(termsOf(entry), rarity)]))
  return (a, b) => cosine(vectors.get(a) ?? new Map(), vectors.get(b) ?? new Map())
}

export function topicsOf({ topics }: FormEntry): readonly string[] {
  return topics
}

/** The whole form as one bag of terms. */
export function allOf({ topics, languages, affiliation, city, studies }: FormEntry): readonly string[] {
  return Object.entries({ topics, languages, affiliation, city, studies }).flatMap(([kind, all]) =>
    all.map((one) => `${kind}:${one}`),
  )
}
