import { describe, expect, test } from 'vitest'
import { pairKey } from '../../../src/domain/matching/pair-key'
import { seededRandom } from '../random'
import { assumed } from './assumptions'
import { drawChart } from './chart'
import { makeCommunity, type Agent } from './community'
import { runSeasons } from './compare'
import { holdEvening, type Acquaintance } from './evening'
import { memoryOf } from './memory'
import { runSeason } from './season'
import { jsonOf, reportOf } from './report'
import { WAYS } from './ways'

const community = makeCommunity(4, 50, 4)
const season = (way: (typeof WAYS)[number], follows: number, meetingBringsBack = true) =>
  runSeason({ community, way, evenings: 4, follows, meetingBringsBack })

function agent(id: string, shy: boolean): Agent {
  const person = { id, interests: [], affiliations: [], attended: [], met: [], ask: '', offer: '', starter: '', visitNumber: 1 }
  return { person, group: '', shy, attends: 1, firstEvening: undefined }
}

function strangers(): Acquaintance {
  return memoryOf({ agents: [], acquainted: new Set(), chance: () => 0 }).acquaintance
}

describe('an evening', () => {
  const present = Array.from({ length: 30 }, (_, place) => agent(`p${String(place)}`, place < 15))
  const everyoneToAll = present.flatMap((one) =>
    present.filter((other) => other !== one).map((other) => ({ userId: one.person.id, otherId: other.person.id })),
  )

  test('has nobody in two conversations at once, and no two talk twice', () => {
    const talks = holdEvening({
      present,
      suggestions: everyoneToAll,
      acquaintance: strangers(),
      seeks: () => true,
      random: seededRandom(1),
    })
    const countOf = (id: string) => talks.filter(({ from, to }) => from === id || to === id).length
    for (const { person } of present) expect(countOf(person.id)).toBeLessThanOrEqual(assumed('rounds'))
    expect(new Set(talks.map(({ from, to }) => pairKey(from, to))).size).toBe(talks.length)
  })

  test('has no shy person go up to a stranger, unless a suggestion prompts them', () => {
    const shyFirst = (seeks: boolean) =>
      holdEvening({
        present,
        suggestions: everyoneToAll,
        acquaintance: strangers(),
        seeks: () => seeks,
        random: seededRandom(2),
      }).filter(({ from, known }) => !known && Number(from.slice(1)) < 15)
    expect(shyFirst(false)).toEqual([])
    expect(shyFirst(true).length).toBeGreaterThan(0)
  })

  test('remembers who knows whom by it', () => {
    const acquaintance = strangers()
    const talks = holdEvening({ present, suggestions: [], acquaintance, seeks: () => false, random: seededRandom(3) })
    for (const { from, to, meeting } of talks) expect(acquaintance.knows(to, from)).toBe(meeting)
  })
})

describe('a season', () => {
  test('is the same for the same seed', () => {
    expect(season('engine', 0.25)).toEqual(season('engine', 0.25))
  })

  test('has the same people come when nothing that happens brings anybody back', () => {
    const visits = WAYS.map((way) => season(way, 0.5, false).map((evening) => [evening.visits, evening.newcomersWhoReturn]))
    expect(visits[1]).toEqual(visits[0])
    expect(visits[2]).toEqual(visits[0])
  })

  test('goes as if nothing had been suggested when nobody follows', () => {
    const withoutSuggestions = season('none', 0)
    for (const way of ['engine', 'naive'] as const) {
      expect(season(way, 0).map((evening) => ({ ...evening, shown: 0, shownAgain: 0 }))).toEqual(withoutSuggestions)
    }
  })

  test('has more meetings of the shy when everybody follows', () => {
    const larger = makeCommunity(5, 150, 4)
    const shyMeetings = (follows: number) =>
      runSeason({ community: larger, way: 'engine', evenings: 4, follows, meetingBringsBack: true }).reduce(
        (sum, evening) => sum + evening.shyMeetings,
        0,
      )
    expect(shyMeetings(1)).toBeGreaterThan(shyMeetings(0) * 1.1)
  })
})

test('a run is reported as a table, as JSON and as a well-formed chart', () => {
  const run = (meetingBringsBack: boolean) =>
    runSeasons({ seeds: 2, people: 20, evenings: 2, follows: 0.25, meetingBringsBack, onSeason: () => undefined })
  const seasons = run(true)
  const outcome = {
    ...{ seasons, withoutReturnEffect: run(false), seeds: 2, caseSeeds: 2, people: 20, evenings: 2 },
    cases: [{ label: '25%', follows: 0.25, seasons }],
  }
  expect(reportOf(outcome)).toContain('What this cannot show')
  expect(JSON.parse(JSON.stringify(jsonOf(outcome)))).toMatchObject({ seeds: 2, measures: { none: { shownAgain: null } } })
  const chart = drawChart(outcome)
  expect(chart).not.toMatch(/NaN|Infinity|undefined/)
  const open: string[] = []
  for (const [, closing, name = '', empty] of chart.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
    if (closing === '/') expect(open.pop()).toBe(name)
    else if (empty !== '/') open.push(name)
  }
  expect(open).toEqual([])
})
