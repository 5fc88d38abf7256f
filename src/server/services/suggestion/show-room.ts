import { isOver, mayMeetAt } from '@/domain/meeting/meeting-time'
import { isRead } from '@/domain/suggestion/standing'
import type { PrismaClient } from '@/generated/prisma/client'
import type { MeetingEvent } from '@/server/services/meeting/at-event'
import { listMeetings, listProposals } from '@/server/services/meeting/list-meetings'
import type { Locale } from '@/text/translator'
import { listPutAside, listSuggestions } from './list-suggestions'
import { refreshSuggestions } from './refresh-suggestions'
import { roomVersion } from './room-version'

interface Asked {
  readonly event: MeetingEvent
  readonly viewerId: string
  /** When the viewer came, reached the server if later, came back if they had left, and left if they have. */
  readonly checkIn: Readonly<Record<'recordedAt' | 'returnedAt' | 'leftAt', Date | null>> & { readonly at: Date }
  readonly now: Date
  readonly locale: Locale
}

/**
 * The viewer's evening: whom to meet, who says that they met, whom they met, how many are there. `introduced`
 * says whether the viewer has told anything that suggestions can build on.
 * OVER once it has ended: nobody is there or is shown any more, but while `mayMeet` people can still say
 * that they met. LEFT for somebody who has gone home, HIDDEN for somebody who is not shown to others and so is shown nobody.
 */
export async function showRoom(db: PrismaClient, asked: Asked) {
  const { event, viewerId, checkIn, now } = asked
  const here = { viewerId, eventId: event.id }
  const mayMeet = mayMeetAt(event, now)
  const open = mayMeet && !isOver(event, now)
  const { visible, introduced, describedAt } = await ownProfile(db, viewerId)
  const looking = open && visible && checkIn.leftAt === null
  const { suggestions, settled } =
    looking ? await freshSuggestions(db, { ...asked, describedAt }) : { suggestions: [], settled: true }
  const [version, present, putAside, proposals, meetings] = await Promise.all([
    roomVersion(db, { ...here, now }),
    open ? countPresent(db, event.id) : 0,
    looking ? listPutAside(db, here) : [],
    mayMeet ? listProposals(db, here) : [],
    listMeetings(db, here),
  ])
  // A list that is about to change is not held on to.
  if (settled) await markRead(db, { suggestions, viewerId, describedAt, now })
  const cards = suggestions.map(({ suggestionId: _id, shownAt, ...card }) => ({ ...card, fresh: shownAt === null }))
  const state = roomState({ open, left: checkIn.leftAt !== null, visible })
  return { state, mayMeet, introduced, version, present, suggestions: cards, putAside, proposals, meetings }
}

function roomState({ open, left, visible }: Readonly<Record<'open' | 'left' | 'visible', boolean>>) {
  if (!open) return 'OVER' as const
  if (left) return 'LEFT' as const
  return visible ? ('OPEN' as const) : ('HIDDEN' as const)
}

/**
 * Notes what the viewer has read. Rows that a refresh holds at this moment are passed over: it writes
 * them in another order, and waiting for each other would end one of the two.
 */
async function markRead(
  db: PrismaClient,
  given: {
    readonly suggestions: readonly { readonly suggestionId: string; readonly shownAt: Date | null }[]
    readonly viewerId: string
    readonly describedAt: Date | null
    readonly now: Date
  },
): Promise<void> {
  const unread = given.suggestions.filter(({ shownAt }) => !isRead(shownAt, given.describedAt))
  if (unread.length === 0) return
  await db.$executeRaw`
    UPDATE suggestion SET "shownAt" = ${given.now} WHERE id IN (
      SELECT id FROM suggestion
      WHERE id = ANY (${unread.map(({ suggestionId }) => suggestionId)}) AND "userId" = ${given.viewerId}
      FOR UPDATE SKIP LOCKED)`
}

/** Whether the viewer is shown to others, and has said anything of themself that suggestions can build on. */
async function ownProfile(db: PrismaClient, userId: string) {
  const [profile, interests, user] = await Promise.all([
    db.profile.findUnique({
      where: { userId },
      select: { visible: true, ask: true, offer: true, starter: true },
    }),
    db.userInterest.count({ where: { userId } }),
    db.user.findUniqueOrThrow({ where: { id: userId }, select: { describedAt: true } }),
  ])
  const introduced = interests > 0 || Boolean(profile?.ask) || Boolean(profile?.offer) || Boolean(profile?.starter)
  return { visible: profile?.visible ?? true, introduced, describedAt: user.describedAt }
}

/** How many are at an event: checked in and not gone home. */
export function countPresent(db: PrismaClient, eventId: string): Promise<number> {
  return db.checkIn.count({ where: { eventId, leftAt: null } })
}

/** While a crowd arrives, pages compute suggestions at most this often; the job does the rest. In milliseconds. */
const BETWEEN_MS = 1_000

/**
 * The viewer's suggestions. Somebody who has arrived or said something of themself since they were last
 * computed does not wait for the job: they are computed here, unless somebody else is at it or has just
 * been. `settled` says whether all that the viewer said is in them.
 */
async function freshSuggestions(
  db: PrismaClient,
  { event, viewerId, checkIn, describedAt, now, locale }: Asked & { readonly describedAt: Date | null },
) {
  const list = () => listSuggestions(db, { viewerId, eventId: event.id, locale })
  const since = latest(checkIn.at, checkIn.recordedAt, checkIn.returnedAt, describedAt)
  const { suggestedAt } = await db.event.findUniqueOrThrow({ where: { id: event.id }, select: { suggestedAt: true } })
  if (suggestedAt && suggestedAt >= since) return { suggestions: await list(), settled: true }
  const justDone = suggestedAt !== null && now.getTime() - suggestedAt.getTime() < BETWEEN_MS
  const changed = justDone ? null : await refreshSuggestions(db, event.id, now, { wait: false })
  return { suggestions: await list(), settled: changed !== null }
}

function latest(first: Date, ...others: readonly (Date | null)[]): Date {
  return others.reduce<Date>((last, at) => (at !== null && at > last ? at : last), first)
}
