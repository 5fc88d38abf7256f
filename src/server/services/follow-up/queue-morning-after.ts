import { localDate, morningAfterTime } from '@/domain/follow-up/morning-after'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { logger } from '@/server/lib/logger'
import { queueMails, type NewMail } from '../mail/queue-mail'
import { writeFollowUps } from './write-follow-ups'

const HOUR_MS = 3_600_000
/** An event that ended longer ago than this gets no mail of the morning after any more. */
const LATEST_MS = 36 * HOUR_MS
/** How long after its time a prompt is still worth sending. */
const WORTH_MS = 24 * HOUR_MS
/** Eight hundred people are a few statements, yet more than the five seconds a transaction has by default. */
const LONGEST_WORK = 60_000

interface Ended {
  readonly id: string
  readonly name: string
  readonly communityId: string
  readonly endsAt: Date
  readonly timeZone: string
}

/** Everybody who was there and has an address; who has proved theirs comes first. */
async function loadGuests(tx: Prisma.TransactionClient, eventId: string) {
  const checkIns = await tx.checkIn.findMany({
    where: { eventId, user: { OR: [{ email: { not: null } }, { doorEmail: { not: null } }] } },
    select: { user: { select: { id: true, email: true, doorEmail: true } } },
  })
  return checkIns
    .map(({ user }) => user)
    .sort((a, b) => Number(a.email === null) - Number(b.email === null) || (a.id < b.id ? -1 : 1))
}

async function queueFor(tx: Prisma.TransactionClient, event: Ended, now: Date): Promise<number> {
  // Whoever sets the mark does the work; others wait for the row here, and then find it set.
  const { count } = await tx.event.updateMany({
    where: { id: event.id, morningAfterQueuedAt: null, status: 'SCHEDULED' },
    data: { morningAfterQueuedAt: now },
  })
  if (count === 0) return 0
  const guests = await loadGuests(tx, event.id)
  const timeOf = (userId: string) => morningAfterTime(event.endsAt, event.timeZone, userId)
  const [first] = guests
  if (!first) return 0
  await writeFollowUps(
    tx,
    {
      eventId: event.id,
      eventName: event.name,
      // The mails of one event all leave on one local day.
      dueOn: localDate(timeOf(first.id), event.timeZone),
      ownerIds: guests.map(({ id }) => id),
    },
    now,
  )
  const mails = guests.flatMap((guest): NewMail[] => {
    const recipient = guest.email ?? guest.doorEmail
    if (!recipient) return []
    const dueAt = timeOf(guest.id)
    return [
      {
        kind: 'MORNING_AFTER',
        recipient,
        subjectKey: event.id,
        props: { eventId: event.id },
        userId: guest.id,
        communityId: event.communityId,
        dueAt,
        expiresAt: new Date(dueAt.getTime() + WORTH_MS),
      },
    ]
  })
  await queueMails(tx, mails, now)
  return mails.length
}

/**
 * Prompts and mails of the morning after, for every event that has ended and has none yet: one
 * transaction each, so that an event has all of them or none. Several workers at once make them once.
 */
export async function queueMorningAfter(db: PrismaClient, now: Date): Promise<void> {
  const events = await db.event.findMany({
    where: {
      status: 'SCHEDULED',
      morningAfterQueuedAt: null,
      endsAt: { lte: now, gte: new Date(now.getTime() - LATEST_MS) },
    },
    orderBy: { endsAt: 'asc' },
    select: { id: true, name: true, communityId: true, endsAt: true, timeZone: true },
  })
  for (const event of events) {
    const mails = await db.$transaction((tx) => queueFor(tx, event, now), {
      timeout: LONGEST_WORK,
      maxWait: LONGEST_WORK,
    })
    logger.info({ eventId: event.id, mails }, 'the morning after is queued')
  }
}
