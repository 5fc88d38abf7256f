/** The width of one step of the curve, in milliseconds. */
export const QUARTER_MS = 15 * 60_000

/** How many arrived in one quarter of an hour. */
export interface Quarter {
  readonly from: Date
  readonly count: number
}

/** Arrivals a quarter of an hour, from the first to the last, quiet ones between them included; none for none. */
export function arrivalCurve(times: readonly Date[]): readonly Quarter[] {
  const counts = new Map<number, number>()
  for (const at of times) {
    const quarter = Math.floor(at.getTime() / QUARTER_MS)
    counts.set(quarter, (counts.get(quarter) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())]
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    from: new Date((first + index) * QUARTER_MS),
    count: counts.get(first + index) ?? 0,
  }))
}
