/**
 * Diminishing returns: 0 stays 0 and 1 stays 1, and in between the first bit of what two share counts
 * most (x / (x + half), scaled). The smaller `half`, the steeper the beginning; a large one is a
 * straight line. At `half` itself it gives (1 + half) / 2.
 *
 * @param shared from 0 to 1
 * @param half above 0
 */
export function saturate(shared: number, half: number): number {
  return (shared * (1 + half)) / (shared + half)
}
