import type { Affiliation, MatchingInput, Person, ShownBefore } from '../../../src/domain/matching/types'
import { pairKey } from '../../../src/domain/matching/pair-key'
import { seededRandom, type Random } from '../random'
import { makeAcquaintances } from './acquaintance'
import { drawer, longTail } from './draw'
import { populationAssumptions as assumed } from './population-assumptions'
import { writeTexts } from './texts'
import { catalogueVocabulary, type Vocabulary } from './vocabulary'

/** One of the community, here tonight or not. */
export interface Member {
  readonly person: Person
  /** The field that they lean to most: people of one field meet among themselves. */
  readonly field: string
}

const CITIES = ['Northport', 'Ashford', 'Millbrook', 'Eastvale', 'Harrow Bay', 'Linden', 'Stonefield', 'Westmere']
const STUDIES = [
  ...['Computer science', 'Business', 'Design', 'Mechanical engineering', 'Psychology', 'Biology', 'Law', 'Economics', 'Medicine'],
  ...['Physics', 'History', 'Education', 'Architecture', 'Mathematics', 'Journalism', 'Music', 'Philosophy', 'Geography'],
]
const slugOf = (label: string) => label.toLowerCase().replaceAll(' ', '-')

/**
 * A room of people for measuring, as the application would hand it to the engine: population-assumptions.ts says
 * what they are like. The same size, seed and vocabulary give the same room. About 0.5 s for 10,000.
 * @param size how many are present, from 0.
 * @param vocabulary where interests come from; the project's own catalogue when left out.
 */
export function population(given: {
  readonly size: number
  readonly seed: number
  readonly vocabulary?: Vocabulary
}): MatchingInput {
  const { size, seed } = given
  const random = seededRandom(seed)
  const all = makeMembers(Math.ceil(size * (1 + assumed.absentForEachPresent)), random, given)
  const people = all.slice(0, size).map(({ person }) => person)
  return {
    people,
    excluded: makeExcluded(people, random),
    kept: [],
    shownBefore: makeShownBefore(people, random),
  }
}

/**
 * So many members of one community, with everything that is known of them.
 * @param given the visit that somebody, by their place from 0, is on: drawn when left out.
 */
export function makeMembers(
  count: number,
  random: Random,
  given: { readonly vocabulary?: Vocabulary; readonly visitNumberOf?: (place: number) => number } = {},
): readonly Member[] {
  const { vocabulary = catalogueVocabulary(random), visitNumberOf = () => drawVisitNumber(random) } = given
  const organizationOf = affiliationDrawer(
    'ORGANIZATION',
    Array.from({ length: Math.ceil(count / assumed.peoplePerOrganization) + 1 }, (_, place) => `Organization ${String(place + 1)}`),
  )
  const cityOf = affiliationDrawer('CITY', CITIES)
  const studiesOf = affiliationDrawer('STUDIES', STUDIES)
  const tastes = Array.from({ length: count }, () => vocabulary(random))
  const drafts = tastes.map((taste, place) => {
    const organization = random.next() < assumed.withOrganization ? organizationOf(random) : undefined
    const city = random.next() < assumed.withCity ? cityOf(random) : undefined
    const studies = random.next() < assumed.withStudies ? studiesOf(random) : undefined
    const visitNumber = visitNumberOf(place)
    return {
      ...writeTexts(taste, random.pick(tastes), random),
      ...taste,
      organization: organization?.slug,
      affiliations: [organization, city, studies].filter((one) => one !== undefined),
      visitNumber,
      attended: drawAttended(visitNumber, random),
    }
  })
  const met = makeAcquaintances(drafts, random)
  return drafts.map(({ interests, affiliations, attended, ask, offer, starter, visitNumber, leanings }, place) => ({
    field: leanings[0] ?? '',
    person: {
      id: idOf(place),
      met: [...(met[place] ?? [])].map(idOf),
      ...{ interests, affiliations, attended, ask, offer, starter, visitNumber },
    },
  }))
}

const idOf = (place: number) => `p${String(place).padStart(5, '0')}`

function affiliationDrawer(kind: Affiliation['kind'], labels: readonly string[]): (random: Random) => Affiliation {
  return drawer(
    labels.map((label) => ({ kind, slug: slugOf(label), label })),
    longTail(assumed.popularityExponent),
  )
}

/** Which visit somebody is on, from 1. */
export function drawVisitNumber(random: Random): number {
  let visit = 1
  while (visit < assumed.mostVisits && random.next() >= assumed.newcomers) visit++
  return visit
}

/** As many earlier evenings as the visit number says, the most recent ones mostly. */
function drawAttended(visitNumber: number, random: Random): readonly string[] {
  const { least, most } = assumed.attendance
  const chance = least + random.next() * (most - least)
  const attended: string[] = []
  for (let eventsAgo = 1; attended.length < visitNumber - 1; eventsAgo++) {
    if (random.next() < chance) attended.push(`ago-${String(eventsAgo)}`)
  }
  return attended
}

/** Who was shown to whom on the last evenings, both of them being there, and did not meet. */
function makeShownBefore(people: readonly Person[], random: Random): readonly ShownBefore[] {
  const shown = new Map<string, ShownBefore>()
  for (let eventsAgo = 1; eventsAgo <= assumed.shownEvenings; eventsAgo++) {
    const there = people.filter(({ attended }) => attended.includes(`ago-${String(eventsAgo)}`))
    for (const { id, met } of there) {
      for (let count = 0; count < assumed.shownPerEvening; count++) {
        const other = random.pick(there).id
        const key = pairKey(id, other)
        if (other !== id && !met.includes(other) && !shown.has(key)) shown.set(key, { a: id, b: other, eventsAgo })
      }
    }
  }
  return [...shown.values()]
}

/** As the application has it: those of whom one does not want the other. Whoever has met is named in `met`. */
function makeExcluded(people: readonly Person[], random: Random): ReadonlySet<string> {
  const excluded = new Set<string>()
  for (let left = Math.round(people.length * assumed.excludedPerPerson); left > 0; left--) {
    const [a, b] = [random.pick(people).id, random.pick(people).id]
    if (a !== b) excluded.add(pairKey(a, b))
  }
  return excluded
}
