import type { Triple } from './triples'

/** How well an offer answers an ask by some method; only the order of the numbers counts. */
export type Matcher = (ask: string, offer: string) => number

export interface TextMeasures {
  /** Chance that an ask's own offer scores above another one, ties for half, over all asks. */
  readonly auc: number
  /** Share of asks whose own offer scores above the hard negative, ties for half. */
  readonly hardAccuracy: number
  /** Share of asks whose own offer is among the five best of all offers; of a tie, the share that fits. */
  readonly top5: number
}

const TOP = 5

/** Measures a method over every ask against every offer. */
export function measureMatcher(triples: readonly Triple[], match: Matcher): TextMeasures {
  const perAsk = triples.map(({ ask, offer, hardNegative }, at) => {
    const own = match(ask, offer)
    const others = triples.filter((_, other) => other !== at).map((triple) => match(ask, triple.offer))
    const above = others.filter((score) => score > own).length
    const tied = others.filter((score) => score === own).length
    const hard = match(ask, hardNegative)
    return {
      auc: 1 - (above + tied / 2) / others.length,
      hardAccuracy: own > hard ? 1 : own === hard ? 0.5 : 0,
      top5: Math.max(0, Math.min(1, (TOP - above) / (tied + 1))),
    }
  })
  const mean = (of: (one: TextMeasures) => number) => perAsk.reduce((sum, one) => sum + of(one), 0) / perAsk.length
  return { auc: mean(({ auc }) => auc), hardAccuracy: mean(({ hardAccuracy }) => hardAccuracy), top5: mean(({ top5 }) => top5) }
}
