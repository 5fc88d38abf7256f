import type { MatchingSettings } from '../settings'
import type { Member } from './member'
import { addText, bestMatches, emptyTextIndex, textScratch, type Search, type TextIndex, type TextMatch } from './text-index'

/** An ask counts with this many of its best answers in the room; so nobody is compared with everybody. */
const MOST_ANSWERS = 8

/** Which offers answer which asks, by place. */
export interface Answers {
  /** Whose offers answer one's ask. */
  readonly toAsk: TextMatch[][]
  /** Whose asks one's offer answers: the same pairs, from the other side. */
  readonly toOffer: TextMatch[][]
  /** Filled when the first comes later: until then only offers are looked for. */
  readonly asks: TextIndex
  readonly offers: TextIndex
}

export function findAnswers(members: readonly Member[], settings: MatchingSettings): Answers {
  const answers: Answers = {
    toAsk: [],
    toOffer: members.map(() => []),
    asks: emptyTextIndex(),
    offers: emptyTextIndex(),
  }
  for (const { offer, hash } of members) addText(answers.offers, offer, hash)
  const scratch = textScratch(members.length)
  for (const member of members) {
    const found = member.ask.length === 0 ? [] : bestMatches(member.ask, answers.offers, scratch, searchOf(member, settings, true))
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
  for (const { ask, hash } of members.slice(answers.asks.texts.length)) addText(answers.asks, ask, hash)
  addText(answers.offers, member.offer, member.hash)
  const found = bestMatches(member.ask, answers.offers, scratch, searchOf(member, settings, true))
  const wanted = bestMatches(member.offer, answers.asks, scratch, searchOf(member, settings, false))
  answers.toAsk.push(found)
  answers.toOffer.push(wanted)
  for (const { other, match } of found) answers.toOffer[other]?.push({ other: member.at, match })
  for (const { other, match } of wanted) answers.toAsk[other]?.push({ other: member.at, match })
}

/** How well the other's offer answers one's ask: 0 unless it is among the best. */
export function receives(answers: Answers, one: number, other: number): number {
  return answers.toAsk[one]?.find((found) => found.other === other)?.match ?? 0
}

function searchOf({ at, hash }: Member, { leastTextMatch }: MatchingSettings, isAsk: boolean): Search {
  return { most: MOST_ANSWERS, least: leastTextMatch, isAsk, at, hash }
}
