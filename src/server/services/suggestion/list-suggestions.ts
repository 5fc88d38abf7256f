import { orderedPair } from '@/domain/meeting/pair'
import type { Db } from '@/server/db/client'
import type { Locale } from '@/text/translator'
import { STANDING, stillToMeet } from './on-the-list'
import { questionInWords, reasonsInWords } from './stored-words'

/** What the two have said of each other so far; who has been met is no suggestion any more. */
export type MetState = 'NOT_YET' | 'PROPOSED_BY_ME' | 'PROPOSED_BY_THEM'

/**
 * Whom the viewer should meet, the best first. That the other is there, wants to be seen, has not been
 * met and is not blocked holds at this moment, whatever held when the suggestions were computed.
 */
export async function listSuggestions(
  db: Db,
  { viewerId, eventId, locale }: { viewerId: string; eventId: string; locale: Locale },
) {
  const rows = await db.suggestion.findMany({
    where: { eventId, userId: viewerId, ...STANDING, other: stillToMeet(viewerId, eventId) },
    orderBy: [{ rank: 'asc' }, { otherId: 'asc' }],
    select: {
      id: true,
      reasons: true,
      question: true,
      shownAt: true,
      keptAt: true,
      other: {
        select: {
          id: true,
          name: true,
          profile: { select: { headline: true } },
          checkIns: { where: { eventId }, select: { visitNumber: true } },
        },
      },
    },
  })
  const pairs = rows.map(({ other }) => orderedPair(viewerId, other.id))
  const proposals = await db.meeting.findMany({
    where: { eventId, state: 'PROPOSED', OR: pairs },
    select: { id: true, userAId: true, userBId: true, proposedById: true, declinedAt: true },
  })
  return rows.map(({ id, reasons, question, shownAt, keptAt, other }) => {
    const proposal = proposals.find(({ userAId, userBId }) => userAId === other.id || userBId === other.id)
    return {
      suggestionId: id,
      shownAt,
      kept: keptAt !== null,
      personId: other.id,
      name: other.name,
      headline: other.profile?.headline ?? '',
      visitNumber: other.checkIns[0]?.visitNumber ?? 1,
      reasons: reasonsInWords(reasons, locale),
      question: questionInWords(question, locale),
      ...proposalState(proposal, viewerId),
    }
  })
}

/** Whom the viewer does not want to see tonight and could have back, the last one first. */
export async function listPutAside(db: Db, { viewerId, eventId }: { viewerId: string; eventId: string }) {
  const rows = await db.suggestion.findMany({
    where: { eventId, userId: viewerId, notTonightAt: { not: null }, other: stillToMeet(viewerId, eventId) },
    orderBy: [{ notTonightAt: 'desc' }, { otherId: 'asc' }],
    select: { other: { select: { id: true, name: true } } },
  })
  return rows.map(({ other }) => ({ personId: other.id, name: other.name }))
}

/** A proposal that the viewer declined is as if it had never been; to the one who made it, it still stands. */
export function proposalState(
  proposal: { id: string; proposedById: string; declinedAt: Date | null } | undefined,
  viewerId: string,
): { metState: MetState; meetingId: string | null } {
  if (!proposal) return { metState: 'NOT_YET', meetingId: null }
  if (proposal.proposedById === viewerId) return { metState: 'PROPOSED_BY_ME', meetingId: proposal.id }
  if (proposal.declinedAt) return { metState: 'NOT_YET', meetingId: null }
  return { metState: 'PROPOSED_BY_THEM', meetingId: proposal.id }
}
