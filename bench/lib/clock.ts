import { rename, writeFile } from 'node:fs/promises'
import { systemClock } from '../../src/server/lib/clock'

/** The installation's clock, moved through the file of TEST_CLOCK_FILE. */
export interface MovableClock {
  now(): Date
  /** Sets the clock; it goes on running from there. */
  set(moment: Date): Promise<void>
}

/** A clock that shows the real time until it is set. */
export function movableClock(file: string): MovableClock {
  let offset = 0
  return {
    now: () => new Date(systemClock.now().getTime() + offset),
    async set(moment) {
      offset = moment.getTime() - systemClock.now().getTime()
      // Renamed into place, since a half-written number is a number too.
      await writeFile(`${file}.draft`, String(offset))
      await rename(`${file}.draft`, file)
    },
  }
}
