/** Evenings that are told apart; of more, those that most of the room attended. */
const MOST_EVENINGS = 32

/** Who was there at which earlier evening, as one number a person. */
export interface Evenings {
  /** By place. */
  readonly bitsOf: number[]
  /** One more member, at the next place. */
  add(attended: readonly string[]): void
}

export function indexEvenings(lists: readonly (readonly string[])[]): Evenings {
  const counts = new Map<string, number>()
  for (const list of lists) for (const event of list) counts.set(event, (counts.get(event) ?? 0) + 1)
  const bits = new Map(
    [...counts]
      .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1))
      .slice(0, MOST_EVENINGS)
      .map(([event], bit) => [event, bit]),
  )
  const bitsOf: number[] = []
  const add = (attended: readonly string[]) => {
    let all = 0
    for (const event of attended) {
      const bit = bits.get(event)
      if (bit !== undefined) all |= 1 << bit
    }
    bitsOf.push(all)
  }
  lists.forEach(add)
  return { bitsOf, add }
}

/** How many bits are set: Hamming weight of 32 bits by parallel sums (Warren, 'Hacker's Delight', 5-1). */
export function countBits(bits: number): number {
  let sum = bits - ((bits >>> 1) & 0x55555555)
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333)
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
