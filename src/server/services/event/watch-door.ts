import { nextStepAt } from '@/domain/check-in/door-code'
import type { Db } from '@/server/db/client'
import type { Clock } from '@/server/lib/clock'
import type { LiveHub } from '@/server/live/subscribe'
import { wakeUps } from '@/server/live/wake-ups'
import { sessionStands } from '../session/session-stands'
import { showDoor, updateOf, type DoorUpdate } from './door-screen'

interface Given {
  readonly eventId: string
  readonly userId: string
  readonly sessionHash: string
  readonly secret: string
  readonly publicUrl: string
  readonly clock: Clock
  readonly live: LiveHub
  readonly signal: AbortSignal
}

/**
 * The door screen's changes: at once, at each new code, and whenever somebody arrived. It ends with
 * the signal, with the session, or when the person may no longer show this door.
 */
export async function* watchDoor(db: Db, given: Given): AsyncGenerator<DoorUpdate, void> {
  const { clock, live, signal, sessionHash, ...door } = given
  const { eventId, userId } = given
  let nextLookInMs = 0
  let first = true
  for await (const heard of wakeUps({ live, eventId, signal, clockMs: () => nextLookInMs })) {
    // What concerns single people is nothing to the door; the code's time goes on meanwhile.
    if (heard.length > 0 && heard.every(({ topic }) => topic === 'people')) {
      nextLookInMs = nextStepAt(clock.now()).getTime() - clock.now().getTime()
      continue
    }
    // A code must not reach a screen whose session has ended, wherever its cookie was copied to.
    if (!first && !(await sessionStands(db, { sessionHash, userId, now: clock.now() }))) return
    const screen = await showDoor(db, { ...door, now: clock.now() })
    if (!screen) return
    nextLookInMs = screen.nextLookInMs
    first = false
    yield updateOf(screen)
  }
}
