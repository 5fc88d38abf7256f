import { rename, writeFile } from 'node:fs/promises'

/** How far to move the application's clock; parts add up, and may be negative. */
export interface Step {
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
}

/** The application's clock. Browsers keep the real time. */
export interface TestClock {
  now(): Date
  /** Moves the clock on from where it stands. */
  move(step: Step): Promise<void>
  /** Sets the clock; it goes on running from there. */
  set(moment: Date): Promise<void>
  /** Back to the real time. */
  reset(): Promise<void>
}

/** A clock whose offset stands in a file, which the application reads at every look at the time. */
export function testClock(file: string): TestClock {
  let offset = 0
  const write = async (milliseconds: number) => {
    offset = milliseconds
    // Renamed into place, since a half-written number is a number too.
    await writeFile(`${file}.draft`, String(milliseconds))
    await rename(`${file}.draft`, file)
  }
  return {
    now: () => new Date(Date.now() + offset),
    move: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) =>
      write(offset + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000),
    set: (moment) => write(moment.getTime() - Date.now()),
    reset: () => write(0),
  }
}
