import type { EveningCounts } from './season'

/** A figure of a season: one sum of counts as a share of another. */
export interface SeasonMeasure {
  readonly label: string
  /** PERCENT: from 0 to 1, written in hundredths. */
  readonly unit: 'PEOPLE' | 'PERCENT'
  readonly of: (counts: EveningCounts) => readonly [part: number, whole: number]
}

export const seasonMeasures = {
  newPerVisit: {
    label: 'New people met, a visit',
    unit: 'PEOPLE',
    of: ({ meetings, visits }) => [2 * meetings, visits],
  },
  newcomersWhoMet: {
    label: 'Newcomers who met someone',
    unit: 'PERCENT',
    of: ({ newcomersWhoMet, newcomers }) => [newcomersWhoMet, newcomers],
  },
  across: {
    label: 'New ties across fields',
    unit: 'PERCENT',
    of: ({ across, meetings }) => [across, meetings],
  },
  shownAgain: {
    label: 'Suggestions shown again',
    unit: 'PERCENT',
    of: ({ shownAgain, shown }) => [shownAgain, shown],
  },
  visitsWithoutMeeting: {
    label: 'Visits without meeting anyone new',
    unit: 'PERCENT',
    of: ({ visitsWithoutMeeting, visits }) => [visitsWithoutMeeting, visits],
  },
  shyNewPerVisit: {
    label: 'New people met, a visit of the shy',
    unit: 'PEOPLE',
    of: ({ shyMeetings, shyVisits }) => [shyMeetings, shyVisits],
  },
  newcomersWhoReturn: {
    label: 'Newcomers who return',
    unit: 'PERCENT',
    of: ({ newcomersWhoReturn, newcomers }) => [newcomersWhoReturn, newcomers],
  },
  withKnown: {
    label: 'Talks with people known before',
    unit: 'PERCENT',
    of: ({ talksWithKnown, talks }) => [talksWithKnown, talks],
  },
} as const satisfies Readonly<Record<string, SeasonMeasure>>

export type SeasonMeasureName = keyof typeof seasonMeasures
export const SEASON_MEASURES: readonly SeasonMeasureName[] = [
  'newPerVisit',
  'newcomersWhoMet',
  'across',
  'shownAgain',
  'visitsWithoutMeeting',
  'shyNewPerVisit',
  'newcomersWhoReturn',
  'withKnown',
]

/** The measure over some evenings together; undefined where there is nothing to take a share of. */
export function measureSeason(name: SeasonMeasureName, counts: readonly EveningCounts[]): number | undefined {
  let [part, whole] = [0, 0]
  for (const evening of counts) {
    const [some, all] = seasonMeasures[name].of(evening)
    part += some
    whole += all
  }
  return whole === 0 ? undefined : part / whole
}

/** A value in words for a reader. */
export function writeValue(name: SeasonMeasureName, value: number): string {
  return seasonMeasures[name].unit === 'PERCENT' ? `${unsignedZero((value * 100).toFixed(1))}%` : unsignedZero(value.toFixed(2))
}

/** What rounds to nothing has no sign: '0.00', not '-0.00'. */
function unsignedZero(written: string): string {
  return Number(written) === 0 ? written.replace('-', '') : written
}
