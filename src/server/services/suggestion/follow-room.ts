import type { PrismaClient } from '@/generated/prisma/client'
import type { Viewer } from '@/server/auth/viewer'
import type { Clock } from '@/server/lib/clock'
import type { LiveHub } from '@/server/live/subscribe'
import { wakeUps } from '@/server/live/wake-ups'
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
  const look = async (): Promise<RoomUpdate> => ({
    version: await roomVersion(db, { ...here, now: clock.now() }),
    present: await presentNow(db, eventId),
  })
  let checkedAt = performance.now()
  const recheckInMs = () => checkedAt + recheckMs - performance.now()
  let known: RoomUpdate | undefined
  for await (const heard of wakeUps({ live, eventId, signal, clockMs: recheckInMs })) {
    if (known === undefined) {
      known = await look()
      yield known
      continue
    }
    const clockWokeIt = heard.length === 0 || recheckInMs() <= 0
    const aboutViewer = heard.some((message) => message.topic === 'people' && message.userIds.includes(viewer.userId))
    if ((clockWokeIt || aboutViewer) && !(await mayStillLook(db, viewer, eventId, clock.now()))) return
    if (clockWokeIt) checkedAt = performance.now()
    else if (!aboutViewer && heard.every(({ topic }) => topic !== 'arrivals')) continue
    const next: RoomUpdate = clockWokeIt || aboutViewer ? await look() : { ...known, present: await presentNow(db, eventId) }
    // What was done and taken back between two looks is known to a page that did one of both itself.
    if (!aboutViewer && next.version === known.version && next.present === known.present) continue
    known = next
    yield known
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
