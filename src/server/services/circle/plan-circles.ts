import { hasBegun, hasEnded, onTheClock, usualStart } from '@/domain/circles/circle-time'
import { proposeCircles } from '@/domain/circles/propose-circles'
import { isOver, mayMeetAt } from '@/domain/meeting/meeting-time'
import { mayDo, type Standing } from '@/domain/permissions'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import type { MeetingEvent } from '@/server/services/meeting/at-event'
import { presentAt } from '@/server/services/suggestion/on-the-list'
import { loadCircleInput } from './load-circle-input'

/** An event with the clock on its wall. */
export interface CircleEvent extends MeetingEvent {
  readonly timeZone: string
}

/** Whether circles can be opened now: from the opening of the door to the end of the evening. */
export function mayOpenAt(event: CircleEvent, now: Date): boolean {
  return mayMeetAt(event, now) && !isOver(event, now)
}

interface Asked {
  readonly event: CircleEvent
  readonly standings: readonly Standing[]
  readonly now: Date
}

/**
 * The circles of an evening for its hosts: those that are open, and the topics that could have one, as
 * numbers: what each person chose is not shown. Both are made of those alone who are present and visible.
 * Who blocked whom plays no part in it, so that nobody finds out here who blocked them.
 */
export async function planCircles(db: PrismaClient, { event, standings, now }: Asked) {
  const eventId = event.id
  const open = mayOpenAt(event, now)
  const startsAt = usualStart(now)
  const proposals = open ? proposeCircles(await db.$transaction((tx) => loadCircleInput(tx, { eventId, startsAt }))) : []
  return {
    open,
    ended: isOver(event, now),
    usualTime: onTheClock(startsAt, event.timeZone),
    proposals: proposals.map(({ slug, label, seats, invited, choosers, newcomers }) => {
      return { slug, label, seats, invited: invited.length, choosers, newcomers }
    }),
    circles: await listOpenCircles(db, { event, standings, now }),
  }
}

/**
 * The circles that were opened, the earliest first, each with how many joined. Names, and only of who
 * joined, are for those who may read the list of arrivals and so have them anyway.
 */
export async function listOpenCircles(db: Db, { event, standings, now }: Asked) {
  const readsArrivals = mayDo('organize', standings)
  const eventId = event.id
  const rows = await db.circle.findMany({
    where: { eventId, calledOffAt: null },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      startsAt: true,
      place: true,
      seats: true,
      interest: { select: { label: true } },
      _count: { select: { invitations: { where: { user: presentAt(eventId) } } } },
      invitations: {
        where: { answer: 'JOINED', user: presentAt(eventId) },
        orderBy: [{ answeredAt: 'asc' }, { userId: 'asc' }],
        select: { user: { select: { name: true } } },
      },
    },
  })
  return rows.map(({ id, interest, invitations, _count, ...circle }) => ({
    ...circle,
    circleId: id,
    topic: interest.label,
    time: onTheClock(circle.startsAt, event.timeZone),
    begun: hasBegun(circle, now),
    ended: hasEnded(circle, now) || isOver(event, now),
    invited: _count.invitations,
    joined: invitations.length,
    names: readsArrivals ? invitations.map(({ user }) => user.name) : [],
  }))
}
