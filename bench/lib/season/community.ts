import type { Person } from '../../../src/domain/matching/types'
import { pairKey } from '../../../src/domain/matching/pair-key'
import { drawVisitNumber, makeMembers } from '../matching/population'
import { seededRandom } from '../random'
import { assumed } from './assumptions'
import { chanceOf, type Chance } from './chance'

/** Somebody of whom the season is about. What never changes. */
export interface Agent {
  /** As they are before the season; what they have attended and whom they have met changes later. */
  readonly person: Person
  /** The field they lean to most: who meets whom across these is counted. */
  readonly group: string
  readonly shy: boolean
  /** Chance to come to an evening, while they belong. */
  readonly attends: number
  /** The evening, from 0, of their first visit; undefined for those who belong from the start. */
  readonly firstEvening: number | undefined
}

/** The same people, for every way of suggesting. */
export interface Community {
  readonly agents: readonly Agent[]
  /** {@link pairKey}s of those who know each other before the season. */
  readonly acquainted: ReadonlySet<string>
  readonly chance: Chance
}

/**
 * Makes everybody who will come at least once: those who belong already, and so many newcomers for each
 * evening.
 * @param people about how many come to an evening, from 10.
 */
export function makeCommunity(seed: number, people: number, evenings: number): Community {
  const chance = chanceOf(seed)
  const random = seededRandom(seed)
  const newcomers = Math.round(people * assumed('newcomerShare'))
  const belonging = Math.round((people - newcomers) / ((assumed('attendsLeast') + assumed('attendsMost')) / 2))
  const members = makeMembers(belonging + newcomers * evenings, random, {
    // Those who belong have been there; the visit that is counted is the one to come.
    visitNumberOf: (place) => (place < belonging ? drawVisitNumber(random) + 1 : 1),
  })
  const spread = assumed('attendsMost') - assumed('attendsLeast')
  return {
    chance,
    agents: members.map(({ person, field }, place) => ({
      person,
      group: field,
      shy: chance('shy', person.id) < assumed('shy'),
      attends: assumed('attendsLeast') + spread * chance('attends', person.id),
      firstEvening: place < belonging ? undefined : Math.floor((place - belonging) / newcomers),
    })),
    acquainted: new Set(members.flatMap(({ person }) => person.met.map((other) => pairKey(person.id, other)))),
  }
}
