import { findAllCandidates, openSearch } from './candidates/find-candidates'
import { pairKey } from './pair-key'
import { openRoom } from './room/open-room'
import { factsOf, type PairFacts } from './room/pair-facts'
import type { Member } from './room/member'
import type { Room } from './room/room'
import { listOf, type Board } from './board'
import { seatOnly, solve } from './seats/solve'
import { questionsFor } from './questions'
import { reasonsFor } from './reasons'
import type { MatchingInput, Pair, Suggestion, SuggestionFeatures, SuggestionPlace } from './types'

/**
 * Whom everybody present should meet. Reciprocal: MUTUAL suggestions come in twos; ONE_WAY ones only
 * fill the lists of those who would have too few. The result depends on the input alone, and not on
 * its order.
 *
 * Everybody gets at least one unless all whom they may be shown are excluded or shown to
 * `maxExposure` people. Kept pairs stay even where they exceed the limits of the settings.
 *
 * @returns sorted by user id, then rank
 */
export function suggest(input: MatchingInput): Suggestion[] {
  const room = openRoom(input)
  const search = openSearch(room)
  if (input.onlySeat) return suggestionsOf(room, seatOnly(room, search, input), input.kept)
  findAllCandidates(room, search)
  return suggestionsOf(room, solve(room, search.candidates, input), input.kept)
}

/** What a board says, in codes that the text catalogue puts into words. */
export function suggestionsOf(room: Room, board: Board, kept: readonly Pair[]): Suggestion[] {
  const keptKeys = new Set(kept.map(({ a, b }) => pairKey(a, b)))
  return room.members.flatMap((reader) => {
    const list = listOf(board, reader.at)
      .flatMap((at) => {
        const other = room.members[at]
        const facts = factsOf(room, reader.at, at)
        if (other === undefined || facts === null) return []
        const reasons = reasonsFor(room, reader, other, facts)
        const isKept = keptKeys.has(pairKey(reader.person.id, other.person.id))
        return [{ member: other, other: other.person, facts, reasons, place: placeOf(facts), isKept }]
      })
      .sort(
        (x, y) =>
          Number(y.isKept) - Number(x.isKept) ||
          ORDER[x.place] - ORDER[y.place] ||
          worth(y.facts) - worth(x.facts) ||
          x.member.at - y.member.at,
      )
    const questions = questionsFor(reader.person, list)
    return list.map(({ member, facts, place, reasons }, index): Suggestion => ({
      userId: reader.person.id,
      otherId: member.person.id,
      rank: index + 1,
      kind: listOf(board, member.at).includes(reader.at) ? 'MUTUAL' : 'ONE_WAY',
      score: facts.score,
      place,
      features: featuresOf(reader, member, facts),
      reasons,
      question: questions[index] ?? { code: 'open', variant: 0 },
    }))
  })
}

/** The unexpected one comes after those one would expect. */
const ORDER: Readonly<Record<SuggestionPlace, number>> = { AFFINITY: 0, UNEXPECTED: 1, FILL: 2 }

function placeOf({ score, surprise }: PairFacts): SuggestionPlace {
  if (surprise > 0) return 'UNEXPECTED'
  return score > 0 ? 'AFFINITY' : 'FILL'
}

function worth({ score, surprise }: PairFacts): number {
  return surprise > 0 ? surprise : score
}

function featuresOf(reader: Member, other: Member, facts: PairFacts): SuggestionFeatures {
  const isA = reader.at === facts.a
  return {
    interests: facts.alike,
    receives: isA ? facts.aReceives : facts.bReceives,
    gives: isA ? facts.bReceives : facts.aReceives,
    context: facts.context,
    affiliationsInCommon: facts.affiliations.length,
    eventsInCommon: facts.eventsInCommon,
    peopleInCommon: facts.peopleInCommon,
    novelty: facts.novelty,
    readerVisit: reader.person.visitNumber,
    otherVisit: other.person.visitNumber,
  }
}
