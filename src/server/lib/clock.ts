import { readFileSync } from 'node:fs'

/** The one source of 'now'. Domain code takes the moment as an argument instead. */
export interface Clock {
  now(): Date
}

/** The system's clock. */
export const systemClock: Clock = { now: () => new Date() }

/**
 * A clock that tests can move: the file holds an offset in milliseconds, read anew at each call.
 * A missing or empty file means no offset.
 */
export function fileClock(path: string): Clock {
  return {
    now() {
      let offset = 0
      try {
        offset = Number(readFileSync(path, 'utf8').trim()) || 0
      } catch {
        offset = 0
      }
      return new Date(Date.now() + offset)
    },
  }
}
