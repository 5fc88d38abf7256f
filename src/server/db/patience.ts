import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { isConnectionLost } from './errors'

/**
 * How long somebody waits for a database that restarts or has no connection to give, in milliseconds:
 * longer than a restart takes, shorter than a phone's patience.
 */
const PATIENCE_MS = 20_000
/** Pauses between attempts double from the first to the longest, in milliseconds. */
const FIRST_PAUSE_MS = 25
const LONGEST_PAUSE_MS = 1_000

/**
 * Does the work again while what fails it is the connection alone. For work of which a part may have
 * been done without our hearing of it, only where doing it twice is the same as once.
 * @throws the last error, once patience has ended; any other error at once.
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const end = performance.now() + PATIENCE_MS
  for (let longest = FIRST_PAUSE_MS; ; longest = Math.min(longest * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work()
    } catch (error) {
      if (!isConnectionLost(error) || performance.now() + longest > end) throw error
    }
    // Each at a moment of their own, or all who wait would come back at once.
    await pause(randomInt(Math.ceil(longest / 2), longest + 1))
  }
}
