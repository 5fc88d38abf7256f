import type { RsvpState } from '@/generated/prisma/enums'
import { inTransaction, type Db } from '@/server/db/client'
import { newId } from '@/server/lib/tokens'
import { ticketHashOf } from '@/server/lib/ticket'
import type { Locale } from '@/text/translator'
import { lapseOverdue } from './lapse-places'
import { lockEvent, type LockedEvent } from './lock-event'
import { fillPlaces } from './promote'
import { tellPeople, TOLD } from './rsvp-mails'
import { demandOpen, demandSize, noSuchRsvp } from './rsvp-refusals'
import { freeCode } from './ticket-code'

export interface SayGoing {
  readonly eventId: string
  readonly userId: string
  /** How many others they bring, 0 or more. */
  readonly plusOnes: number
  readonly secret: string
  readonly now: Date
  readonly locale: Locale
}

/** Puts the person at the end of the line; who had cancelled takes a new turn and keeps their ticket. */
async function standInLine(tx: Db, event: LockedEvent, { userId, plusOnes, secret, now }: SayGoing): Promise<void> {
  const id = newId('rsvp')
  const code = await freeCode(async (code) => (await tx.rsvp.count({ where: { eventId: event.id, code } })) > 0)
  await tx.$executeRaw`
    INSERT INTO rsvp (id, "eventId", "userId", state, "plusOnes", "saidAt", "ticketHash", code)
    VALUES (${id}, ${event.id}, ${userId}, 'WAITLISTED', ${plusOnes}, ${now}, ${ticketHashOf(secret, id)}, ${code})
    ON CONFLICT ("eventId", "userId") DO UPDATE SET
      state = 'WAITLISTED', "plusOnes" = excluded."plusOnes", "saidAt" = excluded."saidAt",
      turn = nextval(pg_get_serial_sequence('rsvp', 'turn')),
      "promotedAt" = NULL, "confirmBy" = NULL, "cancelledAt" = NULL, "lapsedAt" = NULL`
}

/**
 * Somebody says that they come: they get a place, or stand at the end of the waitlist when there is none, or
 * others wait for it. It makes them a member, as checking in does, and a mail answers them. Said again it
 * changes nothing, save that it confirms a place that was waiting to be confirmed; one whose time for that is
 * over goes to the next in line first.
 * @throws DomainError NOT_FOUND; GONE when the event is called off or over; BAD_INPUT or CONFLICT for more
 *   others than they may bring or there is ever room for.
 */
export function sayGoing(db: Db, given: SayGoing): Promise<{ readonly id: string; readonly state: RsvpState }> {
  const { eventId, userId, now, locale } = given
  const mine = { eventId_userId: { eventId, userId } }
  return inTransaction(db, async (tx) => {
    const event = await lockEvent(tx, eventId)
    if (!event) throw noSuchRsvp(locale)
    demandOpen(event, now, locale)
    await lapseOverdue(tx, event, now)
    const before = await tx.rsvp.findUnique({ where: mine, select: { id: true, state: true, confirmBy: true } })
    if (before && before.state !== 'CANCELLED') {
      if (before.confirmBy) await tx.rsvp.update({ where: mine, data: { confirmBy: null } })
      return { id: before.id, state: before.state }
    }
    demandSize(event, given.plusOnes, locale)
    await tx.membership.createMany({
      data: { communityId: event.communityId, userId, joinedAt: now },
      skipDuplicates: true,
    })
    await standInLine(tx, event, given)
    const { id } = await tx.rsvp.findUniqueOrThrow({ where: mine, select: { id: true } })
    await fillPlaces(tx, event, now, id)
    const rsvp = await tx.rsvp.findUniqueOrThrow({ where: { id }, select: { state: true, ...TOLD } })
    await tellPeople(tx, event, rsvp.state === 'GOING' ? 'GOING' : 'WAITLISTED', [rsvp], now)
    return { id, state: rsvp.state }
  })
}
