/** How often to be in touch, the shortest first; NONE is the choice of no reminders. */
export const CADENCES = ['WEEKLY', 'FORTNIGHTLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'NONE'] as const
export type Cadence = (typeof CADENCES)[number]

/** The time from one interaction to the next, in whole days or calendar months (ISO 8601). */
export const PERIODS = {
  WEEKLY: { days: 7 },
  FORTNIGHTLY: { days: 14 },
  MONTHLY: { months: 1 },
  QUARTERLY: { months: 3 },
  HALF_YEARLY: { months: 6 },
  YEARLY: { months: 12 },
  NONE: null,
} as const satisfies Record<Cadence, { readonly days: number } | { readonly months: number } | null>

/** Of everybody who was met and whose owner said nothing else: long, so that reminders stay welcome. */
export const DEFAULT_CADENCE: Cadence = 'QUARTERLY'

/** Who said how often somebody is to be in touch: the entry itself, a group, an import that nobody touched, or the settings. */
export type CadenceSource = 'OWN' | 'GROUP' | 'IMPORT' | 'SETTINGS'

/** What the cadence of one entry follows from. */
export interface CadenceParts {
  readonly own: Cadence | null
  /** Of the groups that it is in, those that have one. */
  readonly groups: readonly Cadence[]
  /** It came with an import and nothing has happened with it since. */
  readonly untouchedImport: boolean
}

/**
 * Where an entry's cadence comes from: its own stands before those of its groups, these before the
 * settings. Which it is the standing says (services/contact/standing.ts).
 */
export function cadenceSource({ own, groups, untouchedImport }: CadenceParts): CadenceSource {
  if (own !== null) return 'OWN'
  if (groups.length > 0) return 'GROUP'
  return untouchedImport ? 'IMPORT' : 'SETTINGS'
}
