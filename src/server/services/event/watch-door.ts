import { setTimeout as delay } from 'node:timers/promises'
import type { Db } from '@/server/db/client'
import type { Clock } from '@/server/lib/clock'
import type { LiveMessage } from '@/server/live/messages'
import type { LiveHub } from '@/server/live/subscribe'
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

/** Resolves after the time, or at once when either signal says that nobody waits any more. */
async function pause(ms: number, signals: readonly AbortSignal[]): Promise<void> {
  try {
    await delay(ms, undefined, { signal: AbortSignal.any([...signals]), ref: false })
  } catch {
    // Nobody waits any more.
  }
}

/** Waits for the next message that concerns the count. @returns false when there will be none. */
async function nextArrival(messages: AsyncIterator<LiveMessage>): Promise<boolean> {
  for (;;) {
    const next: IteratorResult<LiveMessage, unknown> = await messages.next()
    if (next.done) return false
    if (next.value.topic === 'arrivals') return true
  }
}

/**
 * The door screen's changes: at once, at each new code, and whenever somebody arrived. It ends with
 * the signal, with the session, or when the person may no longer show this door.
 */
export async function* watchDoor(db: Db, given: Given): AsyncGenerator<DoorUpdate, void> {
  const { clock, live, signal, sessionHash, ...door } = given
  const left = new AbortController()
  const gone = AbortSignal.any([signal, left.signal])
  const messages = live.subscribe(given.eventId, gone)[Symbol.asyncIterator]()
  let arrival = nextArrival(messages)
  try {
    while (!gone.aborted) {
      const screen = await showDoor(db, { ...door, now: clock.now() })
      if (!screen) return
      yield updateOf(screen)
      const enough = new AbortController()
      const step = pause(screen.nextCodeInMs, [gone, enough.signal]).then(() => 'step' as const)
      const what = await Promise.race([step, arrival.then((more) => (more ? 'arrival' : 'end'))])
      enough.abort()
      if (what === 'end') return
      if (what === 'arrival') arrival = nextArrival(messages)
      // A code must not reach a screen whose session has ended, wherever its cookie was copied to.
      if (!(await sessionStands(db, { sessionHash, userId: given.userId, now: clock.now() }))) return
    }
  } finally {
    left.abort()
  }
}
