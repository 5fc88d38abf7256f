import { isDigestMoment, nextDigest } from '@/domain/follow-up/digest-time'
import { localDate } from '@/domain/follow-up/morning-after'
import { REMINDER_FROM_DAYS, REMINDER_PAUSE_DAYS, REMINDER_TO_DAYS, reminderTime } from '@/domain/follow-up/reminder-day'
import type { DigestRhythm, Prisma, PrismaClient } from '@/generated/prisma/client'
import { sql } from '@/server/db/client'
import { queueMails, type NewMail } from '../mail/queue-mail'
import { ZONE_OF_PERSON } from '../person/zone-sql'

const DAY_MS = 86_400_000
const WORTH_MS = DAY_MS
/** How long before its time a reminder is looked at: by then digests of the day are queued or planned. */
const AHEAD_MS = 3_600_000

interface Candidate {
  readonly userId: string
  readonly email: string
  readonly zone: string
  readonly eventId: string
  readonly communityId: string
  readonly endsAt: Date
  readonly lastReminderAt: Date | null
  readonly digestDates: string[]
  readonly rhythm: DigestRhythm | null
  readonly weekday: number | null
  readonly nextDigestAt: Date | null
}

/**
 * Each person's latest evening with something open, if its second or third week is now, nobody was reminded
 * of it, and reminders do not rest.
 */
function findCandidates(tx: Prisma.TransactionClient, now: Date): Promise<Candidate[]> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  return tx.$queryRaw<Candidate[]>(sql`
    SELECT latest.*, person.email,
      ${ZONE_OF_PERSON} AS zone,
      settings."digestRhythm"::text AS rhythm, settings."digestWeekday" AS weekday, settings."nextDigestAt",
      (SELECT max(mail."dueAt") FROM outbox_mail mail WHERE mail."userId" = person.id AND mail.kind = 'MORNING_AFTER'
        AND mail."subjectKey" LIKE '%:reminder') AS "lastReminderAt",
      ARRAY(SELECT mail."subjectKey" FROM outbox_mail mail WHERE mail."userId" = person.id AND mail.kind = 'DIGEST'
        AND mail."queuedAt" > ${ago(2)}::timestamptz) AS "digestDates"
    FROM (
      SELECT DISTINCT ON (prompt."ownerId") prompt."ownerId" AS "userId", event.id AS "eventId", event."communityId", event."endsAt"
      FROM follow_up prompt JOIN event ON event.id = prompt."eventId"
      WHERE prompt.state = 'OPEN' AND event.status = 'SCHEDULED' AND event."endsAt" > ${ago(REMINDER_TO_DAYS + 2)}::timestamptz
      ORDER BY prompt."ownerId", event."endsAt" DESC, event.id
    ) latest
    JOIN "user" person ON person.id = latest."userId" AND person.email IS NOT NULL
    LEFT JOIN follow_up_settings settings ON settings."userId" = person.id
    WHERE latest."endsAt" < ${ago(REMINDER_FROM_DAYS - 2)}::timestamptz
      AND (settings."pausedAt" IS NULL OR settings."pausedUntil" <= ${now}::date)
      AND NOT EXISTS (SELECT FROM outbox_mail mail WHERE mail.kind = 'MORNING_AFTER'
        AND mail."subjectKey" = latest."eventId" || ':reminder' AND mail."userId" = person.id)
      AND NOT EXISTS (SELECT FROM outbox_mail mail WHERE mail.kind = 'MORNING_AFTER' AND mail."userId" = person.id
        AND mail."subjectKey" LIKE '%:reminder' AND mail."dueAt" > ${ago(REMINDER_PAUSE_DAYS - 2)}::timestamptz)`)
}

/** Local dates of digests: those that are queued or sent, and the next one. */
function digestDatesOf({ userId, zone, rhythm, weekday, nextDigestAt, digestDates }: Candidate, now: Date): string[] {
  if (!nextDigestAt || rhythm === null || weekday === null) return digestDates
  const plan = { rhythm, weekday }
  const next = isDigestMoment(nextDigestAt, zone, plan, userId) ? nextDigestAt : nextDigest(now, zone, plan, userId)
  return [...digestDates, localDate(next, zone)]
}

function reminderOf(candidate: Candidate, now: Date): NewMail[] {
  const { userId, email, zone, eventId, communityId, endsAt, lastReminderAt } = candidate
  const dueAt = reminderTime(now, {
    endsAt,
    timeZone: zone,
    lastReminderAt,
    digestDates: digestDatesOf(candidate, now),
    recipientKey: userId,
  })
  if (!dueAt || dueAt.getTime() - now.getTime() > AHEAD_MS) return []
  return [
    {
      kind: 'MORNING_AFTER',
      recipient: email,
      subjectKey: `${eventId}:reminder`,
      props: { eventId, reminder: true },
      userId,
      communityId,
      dueAt,
      expiresAt: new Date(dueAt.getTime() + WORTH_MS),
    },
  ]
}

/** Workers plan reminders one after the other: the key is of this work alone. */
const LOCK = 7_204_001

/**
 * Queues the one reminder of an evening for everybody whose morning for it is near: in its second or third
 * week, on a day without a digest, at most one to a person in two weeks. Whose prompts are all answered by
 * the time it leaves gets none.
 */
export async function queueReminders(db: PrismaClient, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`)
    const candidates = await findCandidates(tx, now)
    await queueMails(tx, candidates.flatMap((candidate) => reminderOf(candidate, now)), now)
  })
}
