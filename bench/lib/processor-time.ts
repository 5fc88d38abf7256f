import { readFileSync } from 'node:fs'

/** The clock in which Linux counts a process's time has a hundred ticks a second on all its platforms. */
const TICK_MS = 10

/**
 * Processor time that a process has used so far, in milliseconds: unlike a rate it hardly depends on what
 * else the machine is doing.
 * @returns undefined where the system does not tell.
 */
export function processorTime(pid: number): number | undefined {
  try {
    // The second field is the command in brackets, which may hold blanks; the rest has none.
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  } catch {
    return undefined
  }
}
