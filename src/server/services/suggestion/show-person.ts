import { isOver, mayMeetAt } from '@/domain/meeting/meeting-time'
import { orderedPair } from '@/domain/meeting/pair'
import type { PrismaClient } from '@/generated/prisma/client'
import { noSuchMeeting, notBlocked, type AtEvent } from '@/server/services/meeting/at-event'
import { proposalState } from './list-suggestions'
import { presentAt, STANDING, stillToMeet } from './on-the-list'
import { roomVersion } from './room-version'
import { questionInWords, reasonsInWords } from './stored-words'

interface Asked extends AtEvent {
  readonly personId: string
}

/**
 * One person at an event, as the viewer may know them there: somebody who is suggested to the viewer at
 * this moment, whom they have met there, or of whom one has said so. What the person shows of themself,
 * never an address or a note.
 * @throws DomainError NOT_FOUND for anybody else, whether or not they exist.
 */
export async function showPerson(db: PrismaClient, asked: Asked) {
  const { event, viewerId, personId, now, locale } = asked
  const here = { viewerId, eventId: event.id }
  const [suggestion, meeting] = await Promise.all([findSuggestion(db, asked), findMeeting(db, asked)])
  const person = suggestion || meeting ? await findPerson(db, asked) : null
  if (!person) throw noSuchMeeting(locale)
  const own = await db.userInterest.findMany({ where: { userId: viewerId }, select: { interestId: true } })
  const ownIds = new Set(own.map(({ interestId }) => interestId))
  const labelsOf = (shared: boolean) =>
    person.interests.filter(({ interest }) => ownIds.has(interest.id) === shared).map(({ interest }) => interest.label)
  const met = meeting?.state === 'CONFIRMED'
  return {
    personId,
    name: person.name,
    visitNumber: person.checkIns[0]?.visitNumber ?? 1,
    headline: person.profile?.headline ?? '',
    organization: person.profile?.organization ?? '',
    city: person.profile?.city ?? '',
    ask: person.profile?.ask ?? '',
    offer: person.profile?.offer ?? '',
    interests: { shared: labelsOf(true), others: labelsOf(false) },
    reasons: suggestion ? reasonsInWords(suggestion.reasons, locale) : [],
    question: suggestion ? questionInWords(suggestion.question, locale) : '',
    suggested: suggestion !== null,
    kept: Boolean(suggestion?.keptAt),
    opened: Boolean(suggestion?.openedAt),
    met,
    mayMeet: mayMeetAt(event, now),
    ...(met ? { metState: 'NOT_YET' as const, meetingId: meeting.id } : proposalState(meeting ?? undefined, viewerId)),
    version: await roomVersion(db, { ...here, now }),
  }
}

/** As in the list: the viewer is there and wants to be seen, as the other is. */
function findSuggestion(db: PrismaClient, { event, viewerId, personId, now }: Asked) {
  if (isOver(event, now)) return null
  return db.suggestion.findFirst({
    where: {
      eventId: event.id,
      userId: viewerId,
      otherId: personId,
      ...STANDING,
      user: presentAt(event.id),
      other: stillToMeet(viewerId, event.id),
    },
    select: { id: true, reasons: true, question: true, keptAt: true, openedAt: true },
  })
}

/** Their meeting at the event, or what one has said of it; what the viewer has declined is as if it had never been. */
function findMeeting(db: PrismaClient, { event, viewerId, personId }: Asked) {
  return db.meeting.findFirst({
    where: { eventId: event.id, ...orderedPair(viewerId, personId), OR: [{ declinedAt: null }, { proposedById: viewerId }] },
    select: { id: true, state: true, proposedById: true, declinedAt: true },
  })
}

async function findPerson(db: PrismaClient, { event, viewerId, personId }: Asked) {
  const person = await db.user.findFirst({
    where: { id: personId, ...notBlocked(viewerId) },
    select: {
      name: true,
      profile: { select: { headline: true, organization: true, city: true, ask: true, offer: true, visible: true } },
      interests: { select: { interest: { select: { id: true, label: true } } }, orderBy: [{ addedAt: 'asc' }, { interestId: 'asc' }] },
      checkIns: { where: { eventId: event.id }, select: { visitNumber: true } },
    },
  })
  // Who is hidden has let the other know their name by meeting them, and no more.
  return person?.profile?.visible === false ? { ...person, profile: null, interests: [] } : person
}

/**
 * Notes that the viewer has opened the page of somebody who is suggested to them; for anybody else
 * nothing happens. The first time counts. One row in a statement of its own: it can wait for a refresh,
 * but never lock with it.
 */
export async function openPerson(db: PrismaClient, asked: Asked): Promise<void> {
  const suggestion = await findSuggestion(db, asked)
  if (!suggestion) return
  await db.$executeRaw`
    UPDATE suggestion SET "openedAt" = ${asked.now}, "shownAt" = coalesce("shownAt", ${asked.now})
    WHERE id = ${suggestion.id} AND "openedAt" IS NULL`
}
