import type { Db } from '@/server/db/client'
import { enqueue } from '@/server/jobs/enqueue'
import { logger } from '@/server/lib/logger'
import { LIVE_CHANNEL, LIVE_MAX_USERS, type LiveMessage } from './messages'

/** Arrivals within this time make one announcement, in milliseconds. */
const DEBOUNCE_MS = 300

/** Tells every instance, and so every open page that it concerns. */
export async function publish(db: Db, message: LiveMessage): Promise<void> {
  const parts: LiveMessage[] = []
  if (message.topic === 'people') {
    for (let from = 0; from < message.userIds.length; from += LIVE_MAX_USERS) {
      parts.push({ ...message, userIds: message.userIds.slice(from, from + LIVE_MAX_USERS) })
    }
  } else {
    parts.push(message)
  }
  for (const part of parts) {
    await db.$executeRaw`SELECT pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(part)})`
  }
}

const waiting = new Map<string, { timer: NodeJS.Timeout; db: Db }>()

async function fire(eventId: string): Promise<void> {
  const entry = waiting.get(eventId)
  if (!entry) return
  waiting.delete(eventId)
  clearTimeout(entry.timer)
  try {
    await enqueue(entry.db, 'after-arrivals', { eventId }, { jobKey: `after-arrivals:${eventId}` })
    await publish(entry.db, { topic: 'arrivals', eventId })
  } catch (err) {
    // The tick finds arrivals that nobody announced.
    logger.warn({ err, eventId }, 'arrivals not announced')
  }
}

/**
 * Says that somebody arrived at an event or changed what they show there. Kept out of the check-in's
 * transaction on purpose: NOTIFY and a shared job key would make all check-ins commit one by one.
 * What a crash loses here, the tick finds again.
 */
export function announce(db: Db, eventId: string): void {
  if (waiting.has(eventId)) return
  const timer = setTimeout(() => void fire(eventId), DEBOUNCE_MS)
  timer.unref()
  waiting.set(eventId, { timer, db })
}

/** Sends what still waits, now: on shutdown, and where a test wants to see the effect. */
export async function flushAnnouncements(): Promise<void> {
  await Promise.all([...waiting.keys()].map(fire))
}
