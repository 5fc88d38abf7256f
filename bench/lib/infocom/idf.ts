/** Terms with weights; of length 1 (Euclidean) unless empty, so that a product is a cosine. */
export type UnitVector = ReadonlyMap<string, number>

/**
 * How telling a term is: ln(1 + N / n) for a term that n of N have (inverse document frequency,
 * K. Spärck Jones 1972). What few have tells more than what all have; nothing is worth nothing.
 */
export function rarityOf(documents: Iterable<Iterable<string>>): (term: string) => number {
  const counts = new Map<string, number>()
  let size = 0
  for (const document of documents) {
    size += 1
    for (const term of new Set(document)) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return (term) => Math.log(1 + size / (counts.get(term) ?? 1))
}

/** The terms weighted by their rarity and scaled to length 1. Terms must be distinct. */
export function unitVector(terms: Iterable<string>, rarity: (term: string) => number): UnitVector {
  const weights = Array.from(terms, (term) => [term, rarity(term)] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  const length = Math.hypot(...weights.map(([, weight]) => weight))
  return new Map(weights.map(([term, weight]) => [term, weight / length]))
}

/** The cosine of two unit vectors: 0 for nothing in common, 1 for the same. */
export function cosine(a: UnitVector, b: UnitVector): number {
  let sum = 0
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0)
  return Math.min(1, sum)
}
