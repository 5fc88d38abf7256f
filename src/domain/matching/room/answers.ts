import { noiseOfHashes, tieNoise } from './tie-noise'
import type { MatchingSettings } from '../settings'
import type { Member } from './room'
import { addText, bestMatches, indexTexts, textScratch, type Search, type TextIndex, type TextMatch } from './text-index'

/** An ask counts with this many of its best answers in the room; so nobody is compared with everybody. */
const MOST_ANSWERS = 8

/** Which offers answer which asks, by place. */
export interface Answers {
  /** Whose offers answer one's ask. */
  readonly toAsk: TextMatch[][]
  /** Whose asks one's offer answers: the same pairs, from the other side. */
  readonly toOffer: TextMatch[][]
  readonly asks: TextIndex
  readonly offers: TextIndex
}

export function findAnswers(members: readonly Member[], settings: MatchingSettings): Answers {
  const answers: Answers = {
    toAsk: [],
    toOffer: members.map(() => []),
    asks: indexTexts(members.map(({ ask }) => ask)),
    offers: indexTexts(members.map(({ offer }) => offer)),
  }
  const scratch = textScratch(members.length)
  const hashes = Int32Array.from(members, ({ hash }) => hash)
  for (const member of members) {
    const search = searchOf(member, settings, true, (other) => noiseOfHashes(member.hash, hashes[other] ?? 0))
    const found = member.ask.length === 0 ? [] : bestMatches(member.ask, answers.offers, scratch, search)
    answers.toAsk.push(found)
    for (const { other, match } of found) answers.toOffer[other]?.push({ other: member.at, match })
  }
  return answers
}

/** The answers of one who came later: both ways, for nobody else looks for them. */
export function addAnswers(
  answers: Answers,
  members: readonly Member[],
  member: Member,
  settings: MatchingSettings,
): void {
  const scratch = textScratch(members.length)
  addText(answers.asks, member.ask)
  addText(answers.offers, member.offer)
  const noise = (other: number) => tieNoise(members, member.at, other)
  const found = bestMatches(member.ask, answers.offers, scratch, searchOf(member, settings, true, noise))
  const wanted = bestMatches(member.offer, answers.asks, scratch, searchOf(member, settings, false, noise))
  answers.toAsk.push(found)
  answers.toOffer.push(wanted)
  for (const { other, match } of found) answers.toOffer[other]?.push({ other: member.at, match })
  for (const { other, match } of wanted) answers.toAsk[other]?.push({ other: member.at, match })
}

/** How well the other's offer answers one's ask: 0 unless it is among the best. */
export function receives(answers: Answers, one: number, other: number): number {
  return answers.toAsk[one]?.find((found) => found.other === other)?.match ?? 0
}

function searchOf(
  { at }: Member,
  { leastTextMatch }: MatchingSettings,
  isAsk: boolean,
  noise: (other: number) => number,
): Search {
  return { most: MOST_ANSWERS, least: leastTextMatch, isAsk, skip: at, noise }
}
