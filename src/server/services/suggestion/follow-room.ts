import { setInterval as everyFewSeconds } from 'node:timers/promises'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Viewer } from '@/server/auth/viewer'
import type { Clock } from '@/server/lib/clock'
import type { LiveHub } from '@/server/live/subscribe'
import { roomVersion } from './room-version'
import { countPresent } from './show-room'

/** After this long at the latest it is asked again whether the viewer may still look, in milliseconds. */
const RECHECK_MS = 30_000

/** What an open page is told: it looks anew when `version` is not the one it shows. */
export interface RoomUpdate {
  readonly version: string
  readonly present: number
}

interface Followed {
  readonly live: LiveHub
  readonly clock: Clock
  readonly viewer: Viewer
  readonly eventId: string
  readonly signal: AbortSignal
  readonly recheckMs?: number
}

/**
 * Tells an open page when the viewer's list, a meeting of theirs or the count of those present changes,
 * the present state first. It ends when the session or the check-in that it rests on is gone: that is
 * looked at before anything of the viewer's is read again, and at least every half minute.
 */
export async function* followRoom(
  db: PrismaClient,
  { live, clock, viewer, eventId, signal, recheckMs = RECHECK_MS }: Followed,
): AsyncGenerator<RoomUpdate, void> {
  const here = { viewerId: viewer.userId, eventId }
  const versionNow = () => roomVersion(db, { ...here, now: clock.now() })
  const over = new AbortController()
  const until = AbortSignal.any([signal, over.signal])
  const messages = live.subscribe(eventId, until)[Symbol.asyncIterator]()
  const ticks = everyFewSeconds(recheckMs, 'tick' as const, { signal: until, ref: false })[Symbol.asyncIterator]()
  // Listening begins with the first `next`, so before the state is read: nothing falls in between.
  let message = messages.next()
  let tick = ticks.next()
  try {
    let known: RoomUpdate = { version: await versionNow(), present: await presentNow(db, eventId) }
    yield known
    for (;;) {
      const woken = await Promise.race([message, tick])
      if (woken.done) return
      let next: RoomUpdate
      if (woken.value === 'tick') {
        tick = ticks.next()
        if (!(await mayStillLook(db, viewer, eventId, clock.now()))) return
        next = { version: await versionNow(), present: await presentNow(db, eventId) }
      } else {
        message = messages.next()
        if (woken.value.topic === 'arrivals') {
          next = { ...known, present: await presentNow(db, eventId) }
        } else if (woken.value.userIds.includes(viewer.userId)) {
          if (!(await mayStillLook(db, viewer, eventId, clock.now()))) return
          next = { ...known, version: await versionNow() }
        } else {
          continue
        }
      }
      if (next.version === known.version && next.present === known.present) continue
      known = next
      yield known
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    // What is still awaited ends with the signal, and by an error that nobody needs.
    message.catch(() => undefined)
    tick.catch(() => undefined)
    over.abort()
  }
}

/** The session stands, and the person is still a member and checked in. */
async function mayStillLook(db: PrismaClient, viewer: Viewer, eventId: string, now: Date): Promise<boolean> {
  const { userId, sessionHash } = viewer
  const standing = await db.checkIn.findFirst({
    where: {
      eventId,
      userId,
      user: { sessions: { some: { sessionToken: sessionHash, expires: { gt: now } } } },
      community: { memberships: { some: { userId } } },
    },
    select: { id: true },
  })
  return standing !== null
}

const counting = new Map<string, Promise<number>>()

/** One arrival wakes every open page at once: they share one count. */
function presentNow(db: PrismaClient, eventId: string): Promise<number> {
  const running = counting.get(eventId)
  if (running) return running
  const count = countPresent(db, eventId).finally(() => counting.delete(eventId))
  counting.set(eventId, count)
  return count
}
