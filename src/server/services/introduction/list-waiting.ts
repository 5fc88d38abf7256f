import { sql, type Db } from '@/server/db/client'
import { notBlocked } from '../meeting/at-event'
import { findDelivered } from './delivered'
import { otherAsShown, sidesFor } from './load-introduction'

interface For {
  readonly userId: string
  readonly now: Date
}

/** How many are shown at once: more wait for nobody. */
const MOST = 20

/**
 * The introductions that wait for this person's answer, the latest of each introducer first: who introduces whom, and why in
 * their words. Nothing of the other but what everybody at an event may see.
 */
export async function introductionsWaiting(db: Db, { userId, now }: For) {
  const where = sql`own.answer = 'WAITING' AND i."connectedAt" IS NULL AND i."withdrawnAt" IS NULL AND i."expiresAt" > ${now}`
  const rows = await findDelivered(db, { userId, where, take: MOST, fair: true })
  return rows.flatMap((row) => {
    const sides = sidesFor(row, userId)
    if (!sides) return []
    const { own, other } = sides
    return [{ introductionId: row.id, byName: row.by.name, ...otherAsShown(other), reason: own.reason, expiresAt: row.expiresAt }]
  })
}

/**
 * The asks that wait for this person's answer, the latest first: who asks, and what. Those of somebody who
 * blocked them, or whom they blocked, are not among them.
 */
export async function asksWaiting(db: Db, { userId, now }: For) {
  const rows = await db.askRecipient.findMany({
    where: {
      userId,
      answer: 'WAITING',
      ask: { closedAt: null, expiresAt: { gt: now }, by: notBlocked(userId) },
    },
    orderBy: [{ ask: { createdAt: 'desc' } }, { askId: 'asc' }],
    take: MOST,
    select: { askId: true, reasons: true, ask: { select: { text: true, expiresAt: true, by: { select: { name: true } } } } },
  })
  return rows.map(({ askId, reasons, ask }) => ({ askId, byName: ask.by.name, text: ask.text, reasons, expiresAt: ask.expiresAt }))
}
