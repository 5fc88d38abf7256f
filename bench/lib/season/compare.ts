import { makeCommunity } from './community'
import { runSeason, type EveningCounts } from './season'
import { measureSeason, type SeasonMeasureName } from './season-measures'
import { intervalOf, type Interval } from './statistics'
import { WAYS, type Way } from './ways'

/** For each way of suggesting the seasons of the seeds, in their order. */
export type Seasons = Readonly<Record<Way, readonly (readonly EveningCounts[])[]>>

/** Runs the same seasons in each way, with the same people and the same chance. */
export function runSeasons(given: {
  readonly seeds: number
  readonly people: number
  readonly evenings: number
  readonly follows: number
  readonly meetingBringsBack: boolean
  readonly onSeason: () => void
}): Seasons {
  const { seeds, people, evenings, follows, meetingBringsBack, onSeason } = given
  const bySeed: Record<Way, (readonly EveningCounts[])[]> = { engine: [], naive: [], none: [] }
  for (let seed = 1; seed <= seeds; seed++) {
    const community = makeCommunity(seed, people, evenings)
    for (const way of WAYS) {
      bySeed[way].push(runSeason({ community, way, evenings, follows, meetingBringsBack }))
      onSeason()
    }
  }
  return bySeed
}

/** A measure over whole seasons; undefined where the way shows nothing that could be measured. */
export function acrossSeeds(seasons: Seasons, way: Way, name: SeasonMeasureName): Interval | undefined {
  return intervalOrNone(seasons[way].map((counts) => measureSeason(name, counts)))
}

/** By how much one way differs from another, seed by seed: the same people, so the difference is paired. */
export function difference(seasons: Seasons, way: Way, from: Way, name: SeasonMeasureName): Interval | undefined {
  return intervalOrNone(
    seasons[way].map((counts, place) => {
      const mine = measureSeason(name, counts)
      const other = measureSeason(name, seasons[from][place] ?? [])
      return mine === undefined || other === undefined ? undefined : mine - other
    }),
  )
}

/** A measure evening by evening. */
export function byEvening(seasons: Seasons, way: Way, name: SeasonMeasureName): readonly (Interval | undefined)[] {
  const evenings = seasons[way][0]?.length ?? 0
  return Array.from({ length: evenings }, (_, evening) =>
    intervalOrNone(seasons[way].map((counts) => measureSeason(name, counts.slice(evening, evening + 1)))),
  )
}

function intervalOrNone(values: readonly (number | undefined)[]): Interval | undefined {
  const present = values.filter((value) => value !== undefined)
  return present.length === 0 ? undefined : intervalOf(present)
}
