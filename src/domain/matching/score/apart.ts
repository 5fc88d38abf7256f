/**
 * How far apart the fields of two people's interests are: the share that only one of both has, from 0
 * to 1 (1 minus Jaccard's index). 0 as well when nothing is known of one of them: what is not known is
 * no difference.
 *
 * @param ofA in how many fields a has chosen something
 * @param ofB the same of b
 * @param ofBoth in how many of these both have
 */
export function apartOf(ofA: number, ofB: number, ofBoth: number): number {
  return ofA === 0 || ofB === 0 ? 0 : 1 - ofBoth / (ofA + ofB - ofBoth)
}
