/**
 * The value below which a share of all values lies, by the nearest-rank method.
 * @param share 0 to 1: 0.5 is the median, 0.99 the 99th percentile.
 * @returns NaN for no values at all.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** The middle value; of an even number of values the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** Rounded to so many decimals. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}
