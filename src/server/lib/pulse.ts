/** How the jobs of this process are doing; moments are milliseconds since the process began. */
export interface Pulse {
  /** Whether there is a worker at all: not while a new one takes the place of one that died. */
  running: boolean
  /** When the queue was last looked at with success. */
  lookedAt: number
  /** Since when no tick that this process took up has succeeded. */
  ticksFailSince: number | undefined
}

declare global {
  // Next bundles route handlers apart from instrumentation; the global is one for all of them.
  var serendipPulse: Pulse | undefined
}

/** How long the jobs may give no sign of life, in milliseconds. */
const PATIENCE_MS = 120_000

/** The time of this process, which no change of the system's clock disturbs, in milliseconds. */
export const processTime = (): number => performance.now()

/** A pulse for a worker that is about to start. */
export function createPulse(now = processTime()): Pulse {
  return { running: false, lookedAt: now, ticksFailSince: undefined }
}

/** Whether jobs are being done: there is a worker, it reaches the queue, and its ticks succeed. */
export function beats({ running, lookedAt, ticksFailSince }: Pulse, now = processTime()): boolean {
  return running && now - lookedAt < PATIENCE_MS && now - (ticksFailSince ?? now) < PATIENCE_MS
}
