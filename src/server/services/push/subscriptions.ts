import { DomainError } from '@/domain/errors'
import { inTransaction, type Db } from '@/server/db/client'
import { hashToken, newId } from '@/server/lib/tokens'
import { areBrowserKeys, readEndpoint } from '@/server/lib/web-push/endpoint'
import { vapidKeys } from '@/server/lib/web-push/vapid-keys'
import { personZone } from '@/server/services/person/person-zone'
import { textOf, type Locale } from '@/text/translator'

/** As many browsers as one person has messages on; another takes the place of the oldest. */
const MOST_BROWSERS = 8

interface Own {
  readonly userId: string
  readonly locale: Locale
}

/** What a browser says of itself when it subscribes. */
export interface BrowserSubscription {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/** Which messages the viewer wants, and on which browsers: each tells its own by the hash of its endpoint. */
export async function pushState(db: Db, { userId, secret }: { readonly userId: string; readonly secret: string }) {
  const [settings, browsers, zone] = await Promise.all([
    db.followUpSettings.findUnique({ where: { userId }, select: { pushSuggestions: true, pushMeetings: true } }),
    db.pushSubscription.findMany({
      where: { userId },
      orderBy: { createdAt: 'asc' },
      select: { id: true, endpoint: true, createdAt: true },
    }),
    personZone(db, userId),
  ])
  return {
    publicKey: vapidKeys(secret).publicKey,
    suggestions: settings?.pushSuggestions ?? false,
    meetings: settings?.pushMeetings ?? false,
    browsers: browsers.map(({ id, endpoint, createdAt }) => ({ subscriptionId: id, hash: hashToken(endpoint), at: createdAt })),
    /** On whose clocks days are told. */
    zone,
  }
}

/** Which of the two messages a person wants. */
export interface PushChoice {
  readonly suggestions: boolean
  readonly meetings: boolean
}

/** Writes down which messages the viewer wants, on all of their browsers. */
export async function choosePush(db: Db, { userId, suggestions, meetings }: PushChoice & { readonly userId: string }): Promise<void> {
  const data = { pushSuggestions: suggestions, pushMeetings: meetings }
  await db.followUpSettings.upsert({ where: { userId }, create: { userId, ...data }, update: data })
}

/**
 * Has messages go to this browser for as long as its session lasts. A browser that was another's before, as on
 * a shared device, becomes the viewer's: only it knows both keys. Who wanted neither message gets both.
 * @throws DomainError BAD_INPUT for what no browser gives out; CONFLICT for another's endpoint without its
 *   keys; UNAUTHENTICATED when the session is gone.
 */
export async function subscribe(
  db: Db,
  asked: Own & { readonly browser: BrowserSubscription; readonly sessionHash: string; readonly now: Date },
): Promise<void> {
  const { userId, locale, browser, sessionHash, now } = asked
  const t = textOf(locale, 'push')
  if (!readEndpoint(browser.endpoint) || !areBrowserKeys(browser)) throw new DomainError('BAD_INPUT', t('badBrowser'))
  await inTransaction(db, async (tx) => {
    const session = await tx.session.findFirst({ where: { sessionToken: sessionHash, userId }, select: { id: true } })
    if (!session) throw new DomainError('UNAUTHENTICATED', textOf(locale, 'errors')('signInFirst'))
    const { endpoint, p256dh, auth } = browser
    const mine = { userId, sessionId: session.id, p256dh, auth, createdAt: now }
    await tx.pushSubscription.createMany({ data: { id: newId('pushSubscription'), endpoint, ...mine }, skipDuplicates: true })
    const { count } = await tx.pushSubscription.updateMany({
      where: { endpoint, OR: [{ userId }, { p256dh, auth }] },
      data: mine,
    })
    if (count === 0) throw new DomainError('CONFLICT', t('badBrowser'))
    const surplus = await tx.pushSubscription.findMany({
      where: { userId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: MOST_BROWSERS,
      select: { id: true },
    })
    await tx.pushSubscription.deleteMany({ where: { id: { in: surplus.map(({ id }) => id) } } })
    const wanted = await tx.followUpSettings.count({ where: { userId, OR: [{ pushSuggestions: true }, { pushMeetings: true }] } })
    if (wanted === 0) await choosePush(tx, { userId, suggestions: true, meetings: true })
  })
}

/** No more messages to this browser of the viewer's; a repeat finds it so. */
export async function unsubscribe(db: Db, { userId, endpoint }: { readonly userId: string; readonly endpoint: string }): Promise<void> {
  await db.pushSubscription.deleteMany({ where: { userId, endpoint } })
}

/** The same for a browser that is not at hand. @throws DomainError NOT_FOUND for one that is not the viewer's */
export async function forgetBrowser(db: Db, { userId, subscriptionId, locale }: Own & { readonly subscriptionId: string }): Promise<void> {
  const { count } = await db.pushSubscription.deleteMany({ where: { userId, id: subscriptionId } })
  if (count === 0) throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
}
