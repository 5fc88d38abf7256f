const FIRST_MS = 2_000
const LONGEST_MS = 60_000

/**
 * How long to wait before the server is asked again: twice as long after each failure, at most a minute.
 * @param failures in a row, 1 and more
 * @returns milliseconds
 */
export function retryDelay(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
}
