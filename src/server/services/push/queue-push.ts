import { sql, type Db } from '@/server/db/client'
import { enqueueEach, type PushJob } from '@/server/jobs/enqueue'

/** A suggestion that comes while its reader looks at the page is read before that, and no message leaves. */
const LOOK_FIRST_SECONDS = 20
/** After these a message is old news, see TTL_SECONDS. */
const ATTEMPTS = 4

/**
 * After the lists of these people at an event have changed, in the transaction that changed them: who wants
 * 'your suggestion arrived', and has not had it this evening, gets a job that looks whether there is one to see.
 */
export async function queueSuggestionPush(tx: Db, changed: { readonly eventId: string; readonly userIds: readonly string[] }): Promise<void> {
  const { eventId, userIds } = changed
  if (userIds.length === 0) return
  const wanting = await tx.$queryRaw<{ userId: string }[]>(sql`
    SELECT c."userId" FROM check_in c JOIN follow_up_settings f ON f."userId" = c."userId" AND f."pushSuggestions"
    WHERE c."eventId" = ${eventId} AND c."userId" = ANY(${[...userIds]}::text[]) AND c."pushedAt" IS NULL AND c."leftAt" IS NULL
      AND EXISTS (SELECT 1 FROM push_subscription p WHERE p."userId" = c."userId")`)
  const jobs = wanting.map(({ userId }) => ({ payload: { eventId, userId }, jobKey: `push-suggestion:${eventId}:${userId}` }))
  await enqueueEach(tx, 'push-suggestion', jobs, { afterSeconds: LOOK_FIRST_SECONDS, maxAttempts: ATTEMPTS })
}

/** 'Someone confirmed you met', to the one who had said so first, in the transaction that confirms it. */
export async function queueMeetingPush(
  tx: Db,
  { userId, eventId, meetingId, now }: { readonly userId: string; readonly eventId: string; readonly meetingId: string; readonly now: Date },
): Promise<void> {
  const wants = await tx.followUpSettings.count({ where: { userId, pushMeetings: true } })
  if (wants > 0) await queueMessages(tx, { userId, about: { kind: 'MEETING', eventId, meetingId }, key: meetingId, now })
}

/** One job for each browser of this person. @param given.key what the message is about, once each */
export async function queueMessages(
  tx: Db,
  { userId, about, key, now }: { readonly userId: string; readonly about: PushJob['about']; readonly key: string; readonly now: Date },
): Promise<void> {
  const browsers = await tx.pushSubscription.findMany({ where: { userId }, select: { id: true } })
  const jobs = browsers.map(({ id }) => ({
    payload: { subscriptionId: id, about, at: now.toISOString() },
    jobKey: `send-push:${key}:${id}`,
  }))
  await enqueueEach(tx, 'send-push', jobs, { afterSeconds: 0, maxAttempts: ATTEMPTS })
}
