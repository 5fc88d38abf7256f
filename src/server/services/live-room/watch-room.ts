import type { Standing } from '@/domain/permissions'
import type { Db } from '@/server/db/client'
import type { Viewer } from '@/server/auth/viewer'
import type { Clock } from '@/server/lib/clock'
import type { LiveHub } from '@/server/live/subscribe'
import { wakeUps } from '@/server/live/wake-ups'
import { sessionStands } from '../session/session-stands'
import { showLiveRoom } from './show-live-room'

/** However much is said, the room is looked at once in this time at most, in milliseconds. */
const REST_MS = 1_000
/** However little is said, it is looked at once in this time: whether the viewer still may, too. */
const MINUTE_MS = 60_000

interface Watched {
  readonly eventId: string
  readonly viewer: Viewer
  readonly standings: readonly Standing[]
  readonly clock: Clock
  readonly live: LiveHub
  readonly signal: AbortSignal
}

/**
 * Tells an open page of the room when it reads differently, its present version first: when people arrive
 * or meet, and when the clock alone makes a newcomer one to walk over to. It ends with the signal, with the
 * session, or when the person may no longer watch.
 */
export async function* watchRoom(db: Db, given: Watched): AsyncGenerator<{ readonly version: string }, void> {
  const { eventId, viewer, standings, clock, live, signal } = given
  let clockMs = MINUTE_MS
  let known: string | undefined
  const looks = wakeUps({ live, eventId, signal, clockMs: () => clockMs, restMs: REST_MS })
  try {
    for (let look = await looks.next(); !look.done; look = await looks.next()) {
      const now = clock.now()
      if (!(await sessionStands(db, { sessionHash: viewer.sessionHash, userId: viewer.userId, now }))) return
      const room = await showLiveRoom(db, { eventId, viewerId: viewer.userId, standings, now })
      if (!room) return
      clockMs = room.nextAt ? Math.min(MINUTE_MS, room.nextAt.getTime() - now.getTime()) : MINUTE_MS
      // What was said and taken back between two looks is known to a page that did one of both itself.
      if (room.version === known && look.value.length === 0) continue
      known = room.version
      yield { version: room.version }
    }
  } finally {
    await looks.return()
  }
}
