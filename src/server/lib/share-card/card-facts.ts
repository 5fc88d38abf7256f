import { createHash } from 'node:crypto'

/** What a picture for sharing says; empty texts are left out. */
export interface CardFacts {
  readonly community: string
  readonly name: string
  readonly when: string
  readonly where: string
  /** Across it, for what has to be seen before all else: called off. */
  readonly stamp: string
}

/** What networks ask for, in pixels. */
export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630

/** Another number for another drawing, so that no cache shows the old one. */
const DRAWING = 1

/** The same for the same picture: 16 hex digits. */
export function cardVersion({ community, name, when, where, stamp }: CardFacts): string {
  const facts = JSON.stringify([DRAWING, community, name, when, where, stamp])
  return createHash('sha256').update(facts).digest('hex').slice(0, 16)
}
