import { shownTo } from './board'
import { findCandidates } from './candidates'
import { pairKey } from './pair-key'
import { questionFor } from './questions'
import { reasonsFor } from './reasons'
import { prepareRoom, type Member } from './room'
import { compareEdges, edgeBetween, type Edge } from './score'
import { solve } from './solve'
import type { MatchingInput, Suggestion, SuggestionFeatures } from './types'

/**
 * Whom everybody present should meet. Reciprocal: MUTUAL suggestions come in twos; ONE_WAY ones only
 * fill the lists of those who would have too few. The result depends on the input alone, and not on
 * its order. About 0.1 s for 800 people.
 *
 * Everybody gets at least one unless all whom they may be shown are excluded or shown to
 * `maxExposure` people. Kept pairs stay even where they exceed the limits of the settings.
 *
 * @returns sorted by user id, then rank
 */
export function suggest(input: MatchingInput): Suggestion[] {
  const room = prepareRoom(input)
  const board = solve(room, findCandidates(room), input.kept)
  const kept = new Set(input.kept.map(({ a, b }) => pairKey(a, b)))
  const suggestionsOf = (reader: Member): Suggestion[] =>
    Array.from(shownTo(board, reader), (other) => ({
      other,
      edge: edgeBetween(reader, other, room.settings),
      isKept: kept.has(pairKey(reader.person.id, other.person.id)),
    }))
      .sort((x, y) => Number(y.isKept) - Number(x.isKept) || compareEdges(x.edge, y.edge))
      .map(({ other, edge }, place) => {
        const reasons = reasonsFor(room, reader, other, edge)
        return {
          userId: reader.person.id,
          otherId: other.person.id,
          rank: place + 1,
          kind: shownTo(board, other).has(reader) ? 'MUTUAL' : 'ONE_WAY',
          score: edge.score,
          place: edge.score > 0 ? 'AFFINITY' : 'FILL',
          features: featuresOf(reader, other, edge),
          reasons,
          question: questionFor(reader.person, other.person, reasons),
        }
      })
  return room.members.flatMap(suggestionsOf)
}

function featuresOf(reader: Member, other: Member, edge: Edge): SuggestionFeatures {
  return {
    interests: edge.interests,
    receives: reader === edge.a ? edge.aReceives : edge.bReceives,
    gives: reader === edge.a ? edge.bReceives : edge.aReceives,
    context: 0,
    affiliationsInCommon: 0,
    eventsInCommon: 0,
    peopleInCommon: 0,
    novelty: 1,
    readerVisit: reader.person.visitNumber,
    otherVisit: other.person.visitNumber,
  }
}
