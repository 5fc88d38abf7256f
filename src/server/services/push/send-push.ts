import webPush from 'web-push'
import type { Db } from '@/server/db/client'
import type { PushJob } from '@/server/jobs/enqueue'
import { logger } from '@/server/lib/logger'
import { postMessage, RefusedEndpoint, type PushLine } from '@/server/lib/web-push/post-message'
import { vapidKeys } from '@/server/lib/web-push/vapid-keys'
import { notBlocked } from '@/server/services/meeting/at-event'
import { LOCALES, textOf, type Locale } from '@/text/translator'
import { hasUnseen, isThere } from './push-suggestion'

/** How long a push service keeps a message for a browser that it cannot reach, in seconds: an evening moves on. */
const TTL_SECONDS = 15 * 60

interface Deps {
  readonly db: Db
  readonly clock: { now(): Date }
  readonly secret: string
  readonly publicUrl: string
  /** Whom a push service writes to about these messages: `Name <address>` or an address. */
  readonly from: string
}

interface Asked extends Pick<PushJob, 'about'> {
  readonly userId: string
  readonly now: Date
}

/** Whether the person still wants this while they are there, and it still holds. */
async function stands(db: Db, { userId, about, now }: Asked): Promise<boolean> {
  const settings = await db.followUpSettings.findUnique({ where: { userId } })
  const here = { userId, eventId: about.eventId, now }
  if (about.kind === 'SUGGESTION') return settings?.pushSuggestions === true && (await hasUnseen(db, here))
  if (settings?.pushMeetings !== true || !(await isThere(db, here))) return false
  const ours = { some: { id: about.meetingId, state: 'CONFIRMED' as const } }
  const met = { OR: [{ meetingsA: ours }, { meetingsB: ours }], id: { not: userId }, ...notBlocked(userId) }
  return (await db.user.count({ where: met })) > 0
}

/**
 * What the lock screen shows. Whoever stands beside can read it: no names, no reasons, no words that anybody
 * wrote. The tag has a second message about the same thing take the place of the first.
 */
function wordsOf(about: PushJob['about'], locale: Locale) {
  const t = textOf(locale, 'push')
  const path = `/evening/${about.eventId}`
  return about.kind === 'SUGGESTION'
    ? { title: t('suggestion'), body: t('suggestionText'), tag: `suggestion-${about.eventId}`, path }
    : { title: t('meeting'), body: t('meetingText'), tag: about.meetingId, path: `${path}#${about.meetingId}` }
}

/** Whom a push service may turn to: our address, or where there is only plain http, that of our mail. */
function contactOf({ publicUrl, from }: Deps): string {
  return publicUrl.startsWith('https:') ? publicUrl : `mailto:${/<([^<>]+)>/.exec(from)?.[1] ?? from}`
}

/**
 * One attempt at one message, encrypted for that browser alone (RFC 8291) and signed as this installation's
 * (RFC 8292). Nothing leaves once its time is over, its session ended, or it is wanted no more. A browser
 * that its push service no longer knows is forgotten.
 * @throws Error when the service could not be reached or asks to come back later: the queue tries again.
 */
export async function sendPush(deps: Deps, { subscriptionId, about, at }: PushJob, line?: PushLine): Promise<void> {
  const { db, secret } = deps
  const now = deps.clock.now()
  if (now.getTime() - Date.parse(at) > TTL_SECONDS * 1000) return
  const browser = await db.pushSubscription.findFirst({
    where: { id: subscriptionId, session: { expires: { gt: now } } },
    select: { endpoint: true, p256dh: true, auth: true, userId: true, user: { select: { locale: true } } },
  })
  if (!browser || !(await stands(db, { userId: browser.userId, about, now }))) return
  const locale = LOCALES.find((known) => known === browser.user.locale) ?? LOCALES[0]
  const { endpoint, headers, body } = webPush.generateRequestDetails(
    { endpoint: browser.endpoint, keys: { p256dh: browser.p256dh, auth: browser.auth } },
    Buffer.from(JSON.stringify(wordsOf(about, locale))),
    { TTL: TTL_SECONDS, urgency: 'high', vapidDetails: { subject: contactOf(deps), ...vapidKeys(secret) } },
  )
  const forget = () => db.pushSubscription.deleteMany({ where: { id: subscriptionId } })
  try {
    const status = await postMessage({ endpoint, headers: { ...headers }, body }, line)
    if (status === 404 || status === 410) await forget()
    else if (status === 429 || status >= 500) throw new Error(`the push service answered ${String(status)}`)
    else if (status < 200 || status >= 300) logger.warn({ subscriptionId, status }, 'a push message was refused')
  } catch (error) {
    if (!(error instanceof RefusedEndpoint)) throw error
    logger.warn({ subscriptionId, reason: error.message }, 'a push subscription led where none may lead')
    await forget()
  }
}
