import { hasBegun, hasEnded, onTheClock, usualStart } from '@/domain/circles/circle-time'
import { proposeCircles } from '@/domain/circles/propose-circles'
import { isOver, mayMeetAt } from '@/domain/meeting/meeting-time'
import type { PrismaClient } from '@/generated/prisma/client'
import type { MeetingEvent } from '@/server/services/meeting/at-event'
import { loadCircleInput } from './load-circle-input'
import { isHere } from './presence'

/** An event with the clock on its wall. */
export interface CircleEvent extends MeetingEvent {
  readonly timeZone: string
}

/** Whether circles can be opened now: from the opening of the door to the end of the evening. */
export function mayOpenAt(event: CircleEvent, now: Date): boolean {
  return mayMeetAt(event, now) && !isOver(event, now)
}

/**
 * The circles of an evening for its hosts: those that are open, with the names of who joined and never
 * of who did not, and the topics that could have one, as numbers: what each person chose is not shown.
 */
export async function planCircles(db: PrismaClient, { event, now }: { readonly event: CircleEvent; readonly now: Date }) {
  const eventId = event.id
  const open = mayOpenAt(event, now)
  const startsAt = usualStart(now)
  const proposals = open ? proposeCircles(await db.$transaction((tx) => loadCircleInput(tx, { eventId, startsAt }))) : []
  const rows = await db.circle.findMany({
    where: { eventId, calledOffAt: null },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      startsAt: true,
      place: true,
      seats: true,
      interest: { select: { label: true } },
      _count: { select: { invitations: true } },
      invitations: {
        where: { answer: 'JOINED', user: isHere(eventId) },
        orderBy: [{ answeredAt: 'asc' }, { userId: 'asc' }],
        select: { user: { select: { name: true } } },
      },
    },
  })
  return {
    open,
    ended: isOver(event, now),
    usualTime: onTheClock(startsAt, event.timeZone),
    proposals: proposals.map(({ slug, label, seats, invited, choosers, newcomers }) => {
      return { slug, label, seats, invited: invited.length, choosers, newcomers }
    }),
    circles: rows.map(({ id, interest, invitations, _count, ...circle }) => ({
      ...circle,
      circleId: id,
      topic: interest.label,
      time: onTheClock(circle.startsAt, event.timeZone),
      begun: hasBegun(circle, now),
      ended: hasEnded(circle, now) || isOver(event, now),
      invited: _count.invitations,
      joined: invitations.map(({ user }) => user.name),
    })),
  }
}
