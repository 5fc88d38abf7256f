/** Something whose speed is measured beside others. */
export interface Contender {
  /** Works for as long as `more` says so. @returns how much was done. */
  work(more: () => boolean): Promise<number>
  /** The processor time, in milliseconds, that what is measured has used up to now. */
  processorMs(): number
}

/** What was done in some time, in milliseconds, and the processor time for it. */
export interface Measured {
  readonly done: number
  readonly ms: number
  readonly cpuMs: number
}

export function perSecondOf({ done, ms }: Measured): number {
  return (done / ms) * 1000
}

const TURN_MS = 1_000

async function takeTurn(contender: Contender, before: Measured): Promise<Measured> {
  const cpuBefore = contender.processorMs()
  const start = performance.now()
  const done = await contender.work(() => performance.now() - start < TURN_MS)
  return {
    done: before.done + done,
    ms: before.ms + performance.now() - start,
    cpuMs: before.cpuMs + contender.processorMs() - cpuBefore,
  }
}

/**
 * Measures two for so many seconds each. They take turns of a second, so that whatever else the machine
 * does at the time slows both alike.
 */
export async function inTurns(seconds: number, [one, other]: readonly [Contender, Contender]) {
  let measured: readonly [Measured, Measured] = [
    { done: 0, ms: 0, cpuMs: 0 },
    { done: 0, ms: 0, cpuMs: 0 },
  ]
  for (let turn = 0; turn < seconds; turn++) {
    const first = await takeTurn(one, measured[0])
    measured = [first, await takeTurn(other, measured[1])]
  }
  return measured
}
