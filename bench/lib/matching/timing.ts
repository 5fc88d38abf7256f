import { median } from '../percentile'

/** Processor time that this process has used so far, all its threads together, in milliseconds. */
export function ownProcessorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** What a piece of work gave, and the processor time it took, in milliseconds. */
export function timed<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const before = ownProcessorTime()
  const result = work()
  return { result, ms: ownProcessorTime() - before }
}

/** How often something is run: until it is warm, and then often enough for a median. */
export interface Repetition {
  readonly warmUps: number
  readonly runs: number
}

/** Fewer runs of what takes long, so that all of it ends within minutes. */
export function repetitionFor(people: number): Repetition {
  if (people <= 300) return { warmUps: 5, runs: 21 }
  if (people <= 1_000) return { warmUps: 4, runs: 15 }
  return { warmUps: 1, runs: people <= 5_000 ? 7 : 5 }
}

/** Processor time of one run, in milliseconds. */
export interface StageTimes {
  /** From the input to the pairs worth considering. */
  readonly candidatesMs: number
  /** From those to who is shown whom. */
  readonly assignMs: number
  /** Both together. */
  readonly totalMs: number
  /** From who is shown whom to suggestions with reasons and questions. */
  readonly wordsMs: number
}

/** Runs the work warm and repeatedly. @returns the median of each of its durations. */
export function medianTimes({ warmUps, runs }: Repetition, work: () => StageTimes): StageTimes {
  for (let run = 0; run < warmUps; run++) work()
  const all = Array.from({ length: runs }, work)
  return {
    candidatesMs: median(all.map(({ candidatesMs }) => candidatesMs)),
    assignMs: median(all.map(({ assignMs }) => assignMs)),
    totalMs: median(all.map(({ totalMs }) => totalMs)),
    wordsMs: median(all.map(({ wordsMs }) => wordsMs)),
  }
}
