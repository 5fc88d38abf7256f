import { countBits } from '../room/evenings'
import type { Room } from '../room/room'
import { sumOfBits } from '../room/term-index'
import { noiseOfHashes } from '../room/tie-noise'
import { contextOf } from '../score/context'
import { saturate } from '../score/saturate'
import { scorePair } from '../score/score-pair'
import { surpriseOf } from '../score/surprise'
import type { MatchingSettings } from '../settings'
import { note, type BestOf } from './best-of'
import * as line from './lines'
import type { Scan } from './scan'

/** The pairs worth considering, by person: the best by their score, and the best by their surprise. */
export interface Candidates {
  readonly affinity: BestOf
  readonly unexpected: BestOf
}

/** What is left of 1 after so many evenings, or people, in common: see `contextOf`. */
export interface ContextTable {
  readonly withoutEvenings: Float64Array
  readonly withoutPeople: Float64Array
}

const MOST_EVENINGS = 32
const MOST_PEOPLE = 255
/** A newcomer's and a regular's standing together. */
const WELCOME = 3
/** More than what breaks ties. */
const TIE = 2 ** -20

export function contextTable(settings: MatchingSettings): ContextTable {
  return {
    withoutEvenings: Float64Array.from({ length: MOST_EVENINGS + 1 }, (_, count) => 1 - contextOf(0, count, 0, settings)),
    withoutPeople: Float64Array.from({ length: MOST_PEOPLE + 1 }, (_, count) => 1 - contextOf(0, 0, count, settings)),
  }
}

/**
 * Scores everybody whom a scan of `a` has touched, and offers each pair to both sides. A pair is either
 * unexpected, which needs that neither can help the other, or one of affinity. Most pairs share little:
 * upper bounds of both values are enough to see that neither side would keep them, before anything is
 * worked out that only the values need.
 */
export function judge(room: Room, scan: Scan, a: number, candidates: Candidates, table: ContextTable): void {
  const { settings, interests, affiliations } = room
  const { floats, ints, hashes, touched, count, novelty } = scan
  const { affinity, unexpected } = candidates
  const { withoutEvenings, withoutPeople } = table
  const { interestWeight, contextWeight, halfSaturation, unexpectedRareness, unexpectedUnlike } = settings
  const { unexpectedMost, unexpectedApart } = settings
  const leastScore = affinity.least
  const leastSurprise = unexpected.least
  const [squares0, squares1, squares2] = interests.squares
  const [squaresOfAffiliations] = affiliations.squares
  if (!squares0 || !squares1 || !squares2 || !squaresOfAffiliations) return
  const rarenessOf = 1 / Math.log(1 + interests.size)
  const own = a * line.LINE
  const common0 = ints[own + line.COMMON_INTERESTS] ?? 0
  const common1 = ints[own + line.COMMON_INTERESTS + 1] ?? 0
  const common2 = ints[own + line.COMMON_INTERESTS + 2] ?? 0
  const commonAffiliations = ints[own + line.COMMON_AFFILIATIONS] ?? 0
  const evenings = ints[own + line.EVENINGS] ?? 0
  const fields = ints[own + line.FIELDS] ?? 0
  const standing = ints[own + line.STANDING] ?? 0
  const hash = hashes[a] ?? 0
  const scale = floats[own + line.INTEREST_SCALE] ?? 0
  const affiliationScale = floats[own + line.AFFILIATION_SCALE] ?? 0

  for (let i = 0; i < count; i += 1) {
    const b = touched[i] ?? 0
    const other = b * line.LINE
    let shared = floats[other + line.INTERESTS] ?? 0
    const both0 = common0 & (ints[other + line.COMMON_INTERESTS] ?? 0)
    if (both0 !== 0) shared += sumOfBits(squares0, both0)
    const both1 = common1 & (ints[other + line.COMMON_INTERESTS + 1] ?? 0)
    if (both1 !== 0) shared += sumOfBits(squares1, both1)
    const both2 = common2 & (ints[other + line.COMMON_INTERESTS + 2] ?? 0)
    if (both2 !== 0) shared += sumOfBits(squares2, both2)
    const alike = shared * scale * (floats[other + line.INTEREST_SCALE] ?? 0)
    const ground = saturate(alike, halfSaturation)
    let left = withoutPeople[Math.min(MOST_PEOPLE, ints[other + line.PEOPLE] ?? 0)] ?? 1
    const bothEvenings = evenings & (ints[other + line.EVENINGS] ?? 0)
    if (bothEvenings !== 0) left *= withoutEvenings[countBits(bothEvenings)] ?? 1
    let sharedAffiliations = floats[other + line.AFFILIATIONS] ?? 0
    const bothAffiliations = commonAffiliations & (ints[other + line.COMMON_AFFILIATIONS] ?? 0)
    if (bothAffiliations !== 0) sharedAffiliations += sumOfBits(squaresOfAffiliations, bothAffiliations)
    if (sharedAffiliations !== 0) {
      const belonging = sharedAffiliations * affiliationScale * (floats[other + line.AFFILIATION_SCALE] ?? 0)
      left *= 1 - saturate(belonging, halfSaturation)
    }
    const context = 1 - left
    const aReceives = floats[other + line.A_RECEIVES] ?? 0
    const bReceives = floats[other + line.B_RECEIVES] ?? 0
    const helps = aReceives + bReceives
    const rareness = (floats[other + line.RAREST] ?? 0) * rarenessOf

    const mostScore = TIE + interestWeight * ground + contextWeight * context + helps
    const isGood = mostScore >= (leastScore[a] ?? 0) || mostScore >= (leastScore[b] ?? 0)
    const mostSurprise = TIE + Math.max(rareness, ground, context) * (1 - alike)
    const isUnlike = helps === 0 && alike <= unexpectedMost
    const isStrange = isUnlike && (mostSurprise >= (leastSurprise[a] ?? 0) || mostSurprise >= (leastSurprise[b] ?? 0))
    if (!isGood && !isStrange) continue
    const apart = line.apartOfBits(fields, ints[other + line.FIELDS] ?? 0)
    const isRare = rareness >= unexpectedRareness && apart >= unexpectedUnlike
    if (isUnlike && (isRare || apart >= unexpectedApart)) {
      if (!isStrange) continue
      const surprise = surpriseOf(alike, rareness, apart, context, settings) * (novelty[b] ?? 1)
      offer(unexpected, a, b, surprise + noiseOfHashes(hash, hashes[b] ?? 0))
    } else if (isGood) {
      const isWelcome = (standing | (ints[other + line.STANDING] ?? 0)) === WELCOME
      const score = scorePair(alike, aReceives, bReceives, context, apart, novelty[b] ?? 1, isWelcome, settings)
      offer(affinity, a, b, score + noiseOfHashes(hash, hashes[b] ?? 0))
    }
  }
}

function offer(best: BestOf, a: number, b: number, score: number): void {
  if (score >= (best.least[a] ?? 0)) note(best, a, b, score)
  if (score >= (best.least[b] ?? 0)) note(best, b, a, score)
}
