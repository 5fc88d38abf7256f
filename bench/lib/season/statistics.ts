/** A mean, and where it lies with a confidence of 95%. */
export interface Interval {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** 97.5% quantiles of Student's t for 1 to 30 degrees of freedom. */
const STUDENT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]

/** The quantile beyond the table, by the first terms of its expansion: within 0.001 from 31 degrees on. */
function student(degrees: number): number {
  return STUDENT[degrees - 1] ?? 1.96 + 2.372 / degrees + 2.822 / degrees ** 2
}

/**
 * The mean of independent values with its 95% interval by Student's t.
 * @returns an interval without end for a single value, NaN for none.
 */
export function intervalOf(values: readonly number[]): Interval {
  const count = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  if (count < 2) return { mean, low: -Infinity, high: Infinity }
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1)
  const margin = student(count - 1) * Math.sqrt(variance / count)
  return { mean, low: mean - margin, high: mean + margin }
}
