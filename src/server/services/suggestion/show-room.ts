import { mayMeetAt } from '@/domain/meeting/meeting-time'
import type { PrismaClient } from '@/generated/prisma/client'
import type { MeetingEvent } from '@/server/services/meeting/at-event'
import { listMeetings, listProposals } from '@/server/services/meeting/list-meetings'
import type { Locale } from '@/text/translator'
import { listSuggestions } from './list-suggestions'
import { refreshSuggestions } from './refresh-suggestions'
import { roomVersion } from './room-version'

interface Asked {
  readonly event: MeetingEvent
  readonly viewerId: string
  readonly arrivedAt: Date
  readonly now: Date
  readonly locale: Locale
}

/**
 * The viewer's evening: whom to meet, who says that they met, whom they met, how many are there. `introduced`
 * says whether the viewer has told anything that suggestions can build on.
 * OVER once nobody can say any more that they met there; HIDDEN for somebody who is not shown to others
 * and so is shown nobody.
 */
export async function showRoom(db: PrismaClient, asked: Asked) {
  const { event, viewerId, now } = asked
  const here = { viewerId, eventId: event.id }
  const open = mayMeetAt(event, now)
  const { visible, introduced } = await ownProfile(db, viewerId)
  const suggestions = open && visible ? await freshSuggestions(db, asked) : []
  const [version, present, proposals, meetings] = await Promise.all([
    roomVersion(db, here),
    countPresent(db, event.id),
    open ? listProposals(db, here) : [],
    listMeetings(db, here),
  ])
  const unseen = suggestions.filter(({ shownAt }) => !shownAt).map(({ suggestionId }) => suggestionId)
  if (unseen.length > 0) {
    await db.suggestion.updateMany({ where: { id: { in: unseen }, userId: viewerId }, data: { shownAt: now } })
  }
  const state = !open ? ('OVER' as const) : visible ? ('OPEN' as const) : ('HIDDEN' as const)
  const cards = suggestions.map(({ suggestionId: _id, shownAt, ...card }) => ({ ...card, fresh: shownAt === null }))
  return { state, introduced, version, present, suggestions: cards, proposals, meetings }
}

/** Whether the viewer is shown to others, and has said anything of themself that suggestions can build on. */
async function ownProfile(db: PrismaClient, userId: string) {
  const [profile, interests] = await Promise.all([
    db.profile.findUnique({
      where: { userId },
      select: { visible: true, ask: true, offer: true, starter: true },
    }),
    db.userInterest.count({ where: { userId } }),
  ])
  const introduced = interests > 0 || Boolean(profile?.ask) || Boolean(profile?.offer) || Boolean(profile?.starter)
  return { visible: profile?.visible ?? true, introduced }
}

/** How many are checked in at an event. */
export function countPresent(db: PrismaClient, eventId: string): Promise<number> {
  return db.checkIn.count({ where: { eventId } })
}

/**
 * The viewer's suggestions. Somebody who has arrived since they were last computed does not wait for
 * the job: they are computed here, unless somebody else is at it.
 */
async function freshSuggestions(db: PrismaClient, { event, viewerId, arrivedAt, now, locale }: Asked) {
  const list = () => listSuggestions(db, { viewerId, eventId: event.id, locale })
  const suggestions = await list()
  if (suggestions.length > 0) return suggestions
  const { suggestedAt } = await db.event.findUniqueOrThrow({ where: { id: event.id }, select: { suggestedAt: true } })
  if (suggestedAt && suggestedAt > arrivedAt) return suggestions
  const changed = await refreshSuggestions(db, event.id, now, { wait: false })
  return changed?.includes(viewerId) ? list() : suggestions
}
