import { hash32 } from '../../../src/domain/hash'

/** A number from 0, included, to 1, excluded, that depends on what it is for alone. */
export type Chance = (purpose: string, ...keys: readonly (string | number)[]) => number

/**
 * Chance that does not depend on what was drawn before: whether somebody comes on the fifth evening is the
 * same however the first four went, so that seasons differ only by what is compared.
 */
export function chanceOf(seed: number): Chance {
  return (purpose, ...keys) => hash32([seed, purpose, ...keys].join('|')) / 2 ** 32
}
