import { slugOfInterest } from '../normalise'

/** The fields that interests are grouped by on screen, and that 'another field' is judged by. */
export const INTEREST_FIELDS = [
  'technology',
  'making',
  'science',
  'arts',
  'music',
  'writing',
  'sport',
  'nature',
  'food',
  'wellbeing',
  'languages',
  'business',
  'society',
  'games',
  'family',
  'travel',
] as const

export type InterestField = (typeof INTEREST_FIELDS)[number]

/** One canonical interest. */
export interface CatalogueEntry {
  readonly slug: string
  readonly label: string
  readonly field: InterestField
  /** Other words that mean the same, as people type them. */
  readonly synonyms: readonly string[]
  /** Among the few that are offered before anything is typed. */
  readonly offered?: true
}

/** A line of a field's list: the label, then its synonyms with commas between; `!` marks the offered. */
export type EntryLine = readonly [label: string, synonyms?: string, mark?: '!']

/** Makes a field's entries out of its lines. @throws when a label has no letter or digit. */
export function entriesOf(field: InterestField, lines: readonly EntryLine[]): CatalogueEntry[] {
  return lines.map(([label, synonyms = '', mark]) => {
    const slug = slugOfInterest(label)
    if (slug === null) throw new Error(`An interest needs a letter or a digit: ${JSON.stringify(label)}`)
    const words = synonyms.split(',').flatMap((word) => word.trim() || [])
    return { slug, label, field, synonyms: words, ...(mark === '!' ? { offered: true as const } : {}) }
  })
}
