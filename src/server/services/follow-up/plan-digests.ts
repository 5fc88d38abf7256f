import { isDigestMoment, nextDigest } from '@/domain/follow-up/digest-time'
import { localDate } from '@/domain/follow-up/morning-after'
import type { DigestRhythm, Prisma, PrismaClient } from '@/generated/prisma/client'
import { sql } from '@/server/db/client'
import { queueMails, type NewMail } from '../mail/queue-mail'
import { ZONE_OF_PERSON } from '../person/zone-sql'
import { pausedOn } from './settings'

/** A digest is worth a day, as every prompt. */
const WORTH_MS = 24 * 3_600_000
/** How many people one transaction plans for. */
const ROUND = 200

interface Planned {
  readonly userId: string
  readonly email: string
  readonly zone: string
  readonly rhythm: DigestRhythm
  readonly weekday: number
  readonly nextDigestAt: Date | null
  readonly pausedAt: Date | null
  readonly pausedUntil: Date | null
}

/** Rows of their own for those who keep a list and have none: nothing was planned for them yet. */
async function addNewcomers(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO follow_up_settings ("userId")
    SELECT person.id FROM "user" person
    WHERE person.email IS NOT NULL
      AND EXISTS (SELECT FROM contact WHERE contact."ownerId" = person.id)
      AND NOT EXISTS (SELECT FROM follow_up_settings settings WHERE settings."userId" = person.id)
    ORDER BY person.id LIMIT ${ROUND}::int
    ON CONFLICT ("userId") DO NOTHING`)
}

/** People whose digest is due, or was never planned, each for one worker alone. */
function takeUp(tx: Prisma.TransactionClient, now: Date): Promise<Planned[]> {
  return tx.$queryRaw<Planned[]>(sql`
    SELECT settings."userId", person.email, ${ZONE_OF_PERSON} AS zone, settings."digestRhythm"::text AS rhythm,
      settings."digestWeekday" AS weekday, settings."nextDigestAt", settings."pausedAt", settings."pausedUntil"
    FROM follow_up_settings settings JOIN "user" person ON person.id = settings."userId"
    WHERE (settings."nextDigestAt" IS NULL OR settings."nextDigestAt" <= ${now}::timestamptz) AND person.email IS NOT NULL
      AND EXISTS (SELECT FROM contact WHERE contact."ownerId" = person.id)
    ORDER BY settings."userId" LIMIT ${ROUND}::int
    FOR UPDATE OF settings SKIP LOCKED`)
}

/**
 * The digest that is due now, or none: the first is only planned, one that was planned for another zone or
 * day is planned anew, one that is more than a day old is passed over, and while reminders rest there is none.
 */
function digestOf(person: Planned, now: Date): NewMail[] {
  const { userId, email, zone, nextDigestAt, pausedAt, pausedUntil } = person
  if (!nextDigestAt || !isDigestMoment(nextDigestAt, zone, person, userId)) return []
  if (now.getTime() - nextDigestAt.getTime() >= WORTH_MS) return []
  const date = localDate(nextDigestAt, zone)
  if (pausedOn({ pausedAt, pausedUntil: pausedUntil?.toISOString().slice(0, 10) ?? null }, date)) return []
  return [
    {
      kind: 'DIGEST',
      recipient: email,
      // One a local day: the outbox holds it, whatever becomes of zones and plans.
      subjectKey: date,
      props: { date },
      userId,
      dueAt: nextDigestAt,
      expiresAt: new Date(nextDigestAt.getTime() + WORTH_MS),
    },
  ]
}

/** One round. @returns how many people it planned for. */
function planRound(db: PrismaClient, now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    await addNewcomers(tx)
    const people = await takeUp(tx, now)
    if (people.length === 0) return 0
    await queueMails(tx, people.flatMap((person) => digestOf(person, now)), now)
    const next = people.map((person) => nextDigest(now, person.zone, person, person.userId))
    await tx.$executeRaw(sql`
      UPDATE follow_up_settings settings SET "nextDigestAt" = plan.at
      FROM unnest(${people.map(({ userId }) => userId)}::text[], ${next}::timestamptz[]) AS plan("userId", at)
      WHERE settings."userId" = plan."userId"`)
    return people.length
  })
}

/**
 * Queues the digests that are due and plans the next of each. Several workers at once queue each once: a row
 * is one worker's, and the outbox takes one a local date.
 */
export async function planDigests(db: PrismaClient, now: Date): Promise<void> {
  while ((await planRound(db, now)) === ROUND);
}
