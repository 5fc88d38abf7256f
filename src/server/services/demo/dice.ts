/** A seeded source of choices: the same seed, the same evenings. */
export interface Dice {
  /** A fraction from 0 up to, not including, 1. */
  roll(): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** The items in another order. */
  shuffle<T>(items: readonly T[]): T[]
}

/** Dice by mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for a play. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    roll,
    between: (least, most) => least + Math.floor(roll() * (most - least + 1)),
    shuffle: (items) =>
      items
        .map((item) => ({ item, place: roll() }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item),
  }
}
