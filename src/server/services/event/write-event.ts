import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { promoteWaitlist } from '../rsvp/promote'
import { tellGuests, type News } from '../rsvp/tell-guests'
import type { Places } from './read-facts'

/** What of an event can be changed, and what has to be known to change it. */
export const CHANGEABLE = {
  id: true,
  name: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  venueName: true,
  venueAddress: true,
  description: true,
  rsvpMode: true,
  capacity: true,
  plusOnes: true,
  status: true,
} as const satisfies Prisma.EventSelect

export type ChangeableEvent = Prisma.EventGetPayload<{ select: typeof CHANGEABLE }>

/** How an event is to be. */
export interface EventFacts extends Places {
  readonly name: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly timeZone: string
  readonly venueName: string
  readonly venueAddress: string
  readonly description: string
}

/** What guests care for, in the order of a mail. */
const TOLD = ['name', 'startsAt', 'endsAt', 'timeZone', 'venueName', 'venueAddress'] as const
const QUIET = ['description', 'rsvpMode', 'capacity', 'plusOnes'] as const

const plain = (value: Date | string | number | null) => (value instanceof Date ? value.toISOString() : value)

/**
 * Changes an event whose row is locked, in the transaction of whatever causes it: those who said that they
 * come are told of what matters to them, a moved start is reminded of again, and who waits gets what became
 * free. Nobody loses a place. An event that is called off stays so, and nobody is told.
 * @param more.recurrenceId its place in its series from now on
 * @param more.alone whether it is changed by itself, and left alone by its series from then on
 * @returns whether any fact is another now, and how many were told.
 */
export async function writeEvent(
  tx: Db,
  event: ChangeableEvent,
  facts: EventFacts,
  now: Date,
  { recurrenceId, alone = false }: { readonly recurrenceId?: string; readonly alone?: boolean } = {},
): Promise<{ changed: boolean; told: number }> {
  const differs = (key: keyof EventFacts) => plain(event[key]) !== plain(facts[key])
  const news = TOLD.filter(differs)
  const changed = news.length > 0 || QUIET.some(differs)
  if (!changed && recurrenceId === undefined) return { changed, told: 0 }
  const { name, startsAt, endsAt, timeZone, venueName, venueAddress, description, rsvpMode, capacity, plusOnes } = facts
  await tx.event.update({
    where: { id: event.id },
    data: {
      ...{ name, startsAt, endsAt, timeZone, venueName, venueAddress, description, rsvpMode, capacity, plusOnes },
      ...(changed && { sequence: { increment: 1 }, changedAt: now }),
      ...(differs('startsAt') && { remindedAt: null }),
      ...(changed && alone && { ownChangesAt: now }),
      ...(recurrenceId !== undefined && { recurrenceId }),
    },
  })
  if (!changed || event.status === 'CANCELLED') return { changed, told: 0 }
  const told = news.length === 0 ? 0 : await tellGuests(tx, { eventId: event.id, what: 'CHANGED', before: beforeOf(event, news) }, now)
  if (differs('capacity') || differs('startsAt')) await promoteWaitlist(tx, event.id, now)
  return { changed, told }
}

function beforeOf(event: ChangeableEvent, news: readonly (typeof TOLD)[number][]): NonNullable<News['before']> {
  return Object.fromEntries(news.map((key) => [key, plain(event[key])]))
}
