import { rounded } from '../percentile'
import { formatTable } from '../table'
import { WAY_NAMES, type Case } from './chart'
import { acrossSeeds, byEvening, difference, type Seasons } from './compare'
import { SEASON_MEASURES, seasonMeasures, writeValue, type SeasonMeasureName } from './season-measures'
import type { Interval } from './statistics'
import { WAYS } from './ways'

/** All that a run came to. */
export interface Outcome {
  readonly seasons: Seasons
  /** The same for fewer seeds, by how often suggestions are followed. */
  readonly cases: readonly (Case & { readonly follows: number })[]
  /** The same for fewer seeds, when having met somebody brings nobody back. */
  readonly withoutReturnEffect: Seasons
  readonly seeds: number
  readonly caseSeeds: number
  readonly people: number
  readonly evenings: number
}

const LIMITS = `What this cannot show. It is a model, and says only what follows from what it assumes:
- Suggestions are taken to be followed at a rate (25% of them; few and many are shown beside it), the same
  for good ones and bad ones. Whether reasons and questions make people follow them is left out, so the
  quality of a suggestion counts for nothing here: naive and engine can differ only in who is shown to whom.
- That two are shown to each other makes it no easier here than if only one of them had been shown the other.
- People have no taste: any two strangers become acquainted equally easily, and a meeting is only counted,
  never good, dull or followed up.
- That newcomers return more often when they met somebody is taken over from newsgroups; without it above.
- Who comes, who is shy and who stands with whom is assumed, in part after one measured mixer.
- Intervals say how much seasons of this model differ by chance, not how far the model is from real evenings.
Each assumption with its value and source: bench/lib/season/assumptions.ts`

const CASE_MEASURES: readonly SeasonMeasureName[] = ['newPerVisit', 'newcomersWhoMet', 'visitsWithoutMeeting']

/** What a person reads. */
export function reportOf(outcome: Outcome): string {
  const { seasons, cases, withoutReturnEffect, seeds, caseSeeds, people, evenings } = outcome
  const ways = WAYS.map((way) => WAY_NAMES[way])
  return [
    `${String(seeds)} seasons of ${String(evenings)} evenings with about ${String(people)} people: mean, and 95% interval.`,
    formatTable([
      ['', ...ways],
      ...SEASON_MEASURES.map((name) => [
        seasonMeasures[name].label,
        ...WAYS.map((way) => writeInterval(name, acrossSeeds(seasons, way, name))),
      ]),
    ]),
    'Differences, season by season with the same people:',
    formatTable([
      ['', 'Serendip − shared tags', 'Serendip − none', 'shared tags − none'],
      ...SEASON_MEASURES.map((name) => [
        seasonMeasures[name].label,
        writeInterval(name, difference(seasons, 'engine', 'naive', name)),
        writeInterval(name, difference(seasons, 'engine', 'none', name)),
        writeInterval(name, difference(seasons, 'naive', 'none', name)),
      ]),
    ]),
    `If few or many suggestions are followed (${String(caseSeeds)} seasons each):`,
    formatTable([
      ['', 'followed', ...ways],
      ...CASE_MEASURES.flatMap((name) =>
        cases.map(({ label, seasons: some }) => [
          seasonMeasures[name].label,
          label,
          ...WAYS.map((way) => writeInterval(name, acrossSeeds(some, way, name))),
        ]),
      ),
    ]),
    `If newcomers who met somebody return no more often than others (${String(caseSeeds)} seasons):`,
    formatTable([
      ['', ...ways],
      ...([...CASE_MEASURES, 'newcomersWhoReturn'] as const).map((name) => [
        seasonMeasures[name].label,
        ...WAYS.map((way) => writeInterval(name, acrossSeeds(withoutReturnEffect, way, name))),
      ]),
    ]),
    LIMITS,
  ].join('\n\n')
}

function writeInterval(name: SeasonMeasureName, interval: Interval | undefined): string {
  if (!interval) return '-'
  const [mean, low, high] = [interval.mean, interval.low, interval.high].map((value) => writeValue(name, value))
  return `${mean ?? ''} (${low ?? ''} to ${high ?? ''})`
}

/** What a program reads. Shares from 0 to 1; null where a way shows nothing that could be measured. */
export function jsonOf(outcome: Outcome): object {
  const { seasons, cases, withoutReturnEffect, seeds, caseSeeds, people, evenings } = outcome
  return {
    ...{ seeds, people, evenings },
    measures: measuresOf(seasons),
    differences: {
      engineNaive: byMeasure((name) => plain(difference(seasons, 'engine', 'naive', name))),
      engineNone: byMeasure((name) => plain(difference(seasons, 'engine', 'none', name))),
      naiveNone: byMeasure((name) => plain(difference(seasons, 'naive', 'none', name))),
    },
    followed: cases.map(({ follows, seasons: some }) => ({ follows, seeds: caseSeeds, measures: measuresOf(some) })),
    withoutReturnEffect: { seeds: caseSeeds, measures: measuresOf(withoutReturnEffect) },
    byEvening: Object.fromEntries(
      WAYS.map((way) => [way, byMeasure((name) => byEvening(seasons, way, name).map((one) => plain(one)?.mean ?? null))]),
    ),
  }
}

function measuresOf(seasons: Seasons): object {
  return Object.fromEntries(WAYS.map((way) => [way, byMeasure((name) => plain(acrossSeeds(seasons, way, name)))]))
}

function byMeasure<T>(of: (name: SeasonMeasureName) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(SEASON_MEASURES.map((name) => [name, of(name)]))
}

function plain(interval: Interval | undefined): Interval | null {
  if (!interval) return null
  return { mean: rounded(interval.mean, 4), low: rounded(interval.low, 4), high: rounded(interval.high, 4) }
}
