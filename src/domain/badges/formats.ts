/** A kind of paper that badges are printed on; all lengths in millimetres. badges.css draws the same. */
export interface BadgeFormat {
  /** Width and height of what leaves the printer. */
  readonly page: readonly [width: number, height: number]
  /** How many labels are on it. */
  readonly perPage: number
  /** The room that a name has beside three interests and the code. */
  readonly name: { readonly width: number; readonly height: number }
}

/** The papers that one buys: a continuous roll of 62 mm, cards of 4 x 3 inches, and sheets of A4. */
export const BADGE_FORMATS = {
  roll: { page: [62, 100], perPage: 1, name: { width: 54, height: 32 } },
  card: { page: [101.6, 76.2], perPage: 1, name: { width: 91, height: 29 } },
  a4x8: { page: [210, 297], perPage: 8, name: { width: 87, height: 21 } },
  a4x10: { page: [210, 297], perPage: 10, name: { width: 77, height: 17 } },
  a4x24: { page: [210, 297], perPage: 24, name: { width: 43, height: 19 } },
} as const satisfies Record<string, BadgeFormat>

export type BadgeFormatName = keyof typeof BADGE_FORMATS

/** The names in the order in which they are offered. */
export const BADGE_FORMAT_NAMES = ['roll', 'card', 'a4x8', 'a4x10', 'a4x24'] as const satisfies readonly BadgeFormatName[]

/** The format that a URL names, or the first. */
export function badgeFormat(text: string | readonly string[] | undefined): BadgeFormatName {
  return BADGE_FORMAT_NAMES.find((name) => name === text) ?? 'roll'
}
