import { hasBegun, hasEnded, onTheClock } from '@/domain/circles/circle-time'
import { isOver, mayMeetAt } from '@/domain/meeting/meeting-time'
import type { Db } from '@/server/db/client'
import type { CircleEvent } from './plan-circles'

interface Asked {
  readonly event: CircleEvent
  readonly viewerId: string
  readonly now: Date
}

/** What the viewer and another have said of each other at this event. */
type Said = { readonly metState: 'NOT_YET' | 'MET' } | { readonly metState: 'PROPOSED_BY_ME'; readonly meetingId: string }

/**
 * The viewer's circles at an event, the earliest first, each with those who joined: invitations until
 * the circle is over, and their own seats until people cannot say any more that they met. One that
 * somebody joined whom the viewer blocked, or who blocked the viewer, is no invitation of theirs; who is
 * hidden is named to nobody and invited to nothing; who went home is invited to nothing either.
 */
export async function listCircles(db: Db, asked: Asked) {
  const { event, viewerId, now } = asked
  if (!mayMeetAt(event, now)) return []
  const rows = await db.circle.findMany({
    where: { eventId: event.id, invitations: { some: { userId: viewerId } } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      startsAt: true,
      place: true,
      seats: true,
      calledOffAt: true,
      interest: { select: { label: true } },
      invitations: {
        where: { OR: [{ userId: viewerId }, { answer: 'JOINED' }] },
        orderBy: [{ answeredAt: 'asc' }, { userId: 'asc' }],
        select: { userId: true, answer: true },
      },
    },
  })
  const people = await loadPeople(db, asked, rows.flatMap(({ invitations }) => invitations.map(({ userId }) => userId)))
  const said = await whatWasSaid(db, asked)
  const me = people.get(viewerId)
  return rows.flatMap(({ id, interest, invitations, calledOffAt, ...circle }) => {
    const answer = invitations.find(({ userId }) => userId === viewerId)?.answer ?? 'INVITED'
    const joined = invitations.filter((invitation) => invitation.answer === 'JOINED')
    const others = joined.flatMap(({ userId }) => (userId === viewerId ? [] : (people.get(userId) ?? [])))
    const coming = others
      .filter(({ visible, blocked }) => visible && !blocked)
      .map(({ personId, name }) => ({ personId, name, ...(said.get(personId) ?? { metState: 'NOT_YET' as const }) }))
    const ended = hasEnded(circle, now) || isOver(event, now)
    if (answer === 'JOINED') {
      if (ended && (calledOffAt !== null || coming.every(({ metState }) => metState === 'MET'))) return []
    } else if (calledOffAt || ended || !me?.visible || me.leftAt || others.some(({ blocked }) => blocked)) return []
    return {
      ...circle,
      circleId: id,
      topic: interest.label,
      time: onTheClock(circle.startsAt, event.timeZone),
      free: Math.max(0, circle.seats - joined.length),
      calledOff: calledOffAt !== null,
      answer,
      begun: hasBegun(circle, now),
      ended,
      coming,
    }
  })
}

/** Those of them who checked in, by id: name, whether they want to be seen, when they went home, who is blocked either way. */
async function loadPeople(db: Db, { event, viewerId }: Asked, userIds: readonly string[]) {
  const rows = await db.checkIn.findMany({
    where: { eventId: event.id, userId: { in: [...userIds] } },
    select: {
      leftAt: true,
      user: {
        select: {
          id: true,
          name: true,
          profile: { select: { visible: true } },
          blocks: { where: { blockedId: viewerId }, select: { blockedId: true } },
          blockedBy: { where: { blockerId: viewerId }, select: { blockerId: true } },
        },
      },
    },
  })
  return new Map(
    rows.map(({ leftAt, user: { id, name, profile, blocks, blockedBy } }) => [
      id,
      { personId: id, name, visible: profile?.visible ?? true, leftAt, blocked: blocks.length + blockedBy.length > 0 },
    ]),
  )
}

/** By the other's id: that the two met here, or that the viewer says so; what the other says is asked elsewhere. */
async function whatWasSaid(db: Db, { event, viewerId }: Asked): Promise<ReadonlyMap<string, Said>> {
  const rows = await db.meeting.findMany({
    where: {
      eventId: event.id,
      AND: [
        { OR: [{ userAId: viewerId }, { userBId: viewerId }] },
        { OR: [{ state: 'CONFIRMED' }, { proposedById: viewerId }] },
      ],
    },
    select: { id: true, state: true, userAId: true, userBId: true },
  })
  return new Map(
    rows.map(({ id, state, userAId, userBId }): [string, Said] => [
      userAId === viewerId ? userBId : userAId,
      state === 'CONFIRMED' ? { metState: 'MET' } : { metState: 'PROPOSED_BY_ME', meetingId: id },
    ]),
  )
}
