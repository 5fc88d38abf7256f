import { seededRandom } from '../random'
import { ndcgAt } from './ndcg'
import type { Conference, FormEntry } from './read-data'

/** How good a pair is, the higher the better; the scale does not matter. */
export type PairMethod = (a: FormEntry, b: FormEntry) => number

/** Mean NDCG@5: all others as candidates, and those only who share no affiliation, city or place of study. */
export interface Quality {
  readonly all: number
  /** NaN when everybody shares something with everybody. */
  readonly strangers: number
}

const CUT = 5
const POSITIVE_SHARE = 0.1
const TIE_BREAKS = 20
const SEED = 1

/**
 * Everybody ranks the others by the method. Right are the tenth of them (rounded, at least one) with
 * whom most seconds were spent. Ties, of the ranking and of the seconds, are broken at random: the mean
 * over twenty times.
 */
export function evaluate({ people, secondsTogether }: Conference, method: PairMethod): Quality {
  const random = seededRandom(SEED)
  const qualityAmong = (isCandidate: (a: FormEntry, b: FormEntry) => boolean): number => {
    const values = people.flatMap((person) => {
      const others = people
        .filter((other) => other !== person && isCandidate(person, other))
        .map((other) => ({ score: method(person, other), seconds: secondsTogether(person.id, other.id) }))
      if (others.length === 0) return []
      return Array.from({ length: TIE_BREAKS }, () => qualityOf(random.shuffle(others), random.shuffle(others)))
    })
    return values.reduce((sum, value) => sum + value, 0) / values.length
  }
  return { all: qualityAmong(() => true), strangers: qualityAmong(areStrangers) }
}

interface Candidate {
  readonly score: number
  readonly seconds: number
}

/** The same candidates in two random orders: in one ties of the score stand, in the other those of the seconds. */
function qualityOf(byScore: readonly Candidate[], bySeconds: readonly Candidate[]): number {
  const count = Math.max(1, Math.round(POSITIVE_SHARE * bySeconds.length))
  const right = new Set(bySeconds.toSorted((a, b) => b.seconds - a.seconds).slice(0, count))
  const ranking = byScore.toSorted((a, b) => b.score - a.score)
  return ndcgAt(CUT, ranking.map((candidate) => right.has(candidate)), count)
}

function areStrangers(a: FormEntry, b: FormEntry): boolean {
  return (['affiliation', 'city', 'studies'] as const).every((kind) => !a[kind].some((one) => b[kind].includes(one)))
}
