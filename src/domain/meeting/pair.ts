/**
 * Two ids as the one row of their pair holds them: the smaller first, in the order of JavaScript's
 * `<`, which for ids is the order of the database's collation "C".
 */
export function orderedPair(one: string, other: string): { readonly userAId: string; readonly userBId: string } {
  return one < other ? { userAId: one, userBId: other } : { userAId: other, userBId: one }
}
