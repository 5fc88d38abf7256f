import { pairKey } from '../../../src/domain/matching/pair-key'
import type { MatchingInput } from '../../../src/domain/matching/types'
import { seededRandom } from '../random'
import { assumed } from './assumptions'
import type { Agent, Community } from './community'
import { holdEvening, seekBy, type Talk } from './evening'
import { memoryOf, type Memory } from './memory'
import { suggestBy, type Way } from './ways'

/** What one evening came to, in counts. */
export interface EveningCounts {
  readonly visits: number
  /** Pairs that came to know each other. */
  readonly meetings: number
  /** Of these, pairs whose people lean to different fields. */
  readonly across: number
  /** Visits at which nobody new was met. */
  readonly visitsWithoutMeeting: number
  readonly newcomers: number
  /** Newcomers who came to know somebody. */
  readonly newcomersWhoMet: number
  readonly newcomersWhoReturn: number
  readonly shyVisits: number
  /** New acquaintances of shy people, each counted for each shy one. */
  readonly shyMeetings: number
  readonly talks: number
  readonly talksWithKnown: number
  readonly shown: number
  /** Suggestions whose reader was shown the same person on an earlier evening. */
  readonly shownAgain: number
}

export interface SeasonOptions {
  readonly community: Community
  readonly way: Way
  readonly evenings: number
  /** Chance that a reader looks for somebody they are shown, from 0 to 1. */
  readonly follows: number
  /** Whether having met somebody makes a newcomer likelier to return. */
  readonly meetingBringsBack: boolean
}

/** Runs a season. The same options give the same season. @returns the counts of each evening. */
export function runSeason(options: SeasonOptions): readonly EveningCounts[] {
  const { community, way, evenings, follows } = options
  const { agents, chance } = community
  const memory = memoryOf(community)
  const belongs = new Set(agents.filter(({ firstEvening }) => firstEvening === undefined))
  const counts: EveningCounts[] = []
  for (let evening = 0; evening < evenings; evening++) {
    const newcomers = agents.filter(({ firstEvening }) => firstEvening === evening)
    const regulars = [...belongs].filter(({ person, attends }) => chance('comes', person.id, evening) < attends)
    const present = [...regulars, ...newcomers].sort((a, b) => (a.person.id < b.person.id ? -1 : 1))

    const suggestions = suggestBy[way](inputFor(present, memory, evening))
    const shownAgain = suggestions.filter(({ userId, otherId }) => memory.wasShown(userId, otherId)).length
    memory.sayKnown(suggestions, evening)
    // Begun anew each evening, so that an evening's chance does not depend on those before it.
    const random = seededRandom(Math.floor(chance('talks', evening) * 2 ** 32))
    const seeks = seekBy(chance, follows, evening)
    const talks = holdEvening({ present, suggestions, acquaintance: memory.acquaintance, seeks, random })
    memory.remember(present, suggestions, talks, evening)

    const met = new Set(talks.filter(({ meeting }) => meeting).flatMap(({ from, to }) => [from, to]))
    const returning = newcomers.filter(({ person }) => chance('returns', person.id) < returnChance(met.has(person.id), options))
    counts.push({
      ...countTalks(present, talks),
      visitsWithoutMeeting: present.length - met.size,
      newcomers: newcomers.length,
      newcomersWhoMet: newcomers.filter(({ person }) => met.has(person.id)).length,
      newcomersWhoReturn: returning.length,
      shown: suggestions.length,
      shownAgain,
    })
    for (const agent of belongs) if (chance('leaves', agent.person.id, evening) < assumed('leaves')) belongs.delete(agent)
    for (const agent of returning) belongs.add(agent)
  }
  return counts
}

function returnChance(metSomebody: boolean, { meetingBringsBack }: SeasonOptions): number {
  const [alone, havingMet] = [assumed('returnsAlone'), assumed('returnsHavingMet')]
  if (!meetingBringsBack) return (alone + havingMet) / 2
  return metSomebody ? havingMet : alone
}

/** What the application would give the engine on this evening. */
function inputFor(present: readonly Agent[], memory: Memory, evening: number): MatchingInput {
  const ids = new Set(present.map(({ person }) => person.id))
  const people = present.map(({ person }) => {
    const attended = [...person.attended, ...memory.attendedBy(person.id)]
    return { ...person, attended, visitNumber: attended.length + 1, met: [...memory.recordedFor(person.id)] }
  })
  return {
    people,
    excluded: new Set(
      people.flatMap(({ id, met }) => met.filter((other) => ids.has(other)).map((other) => pairKey(id, other))),
    ),
    kept: [],
    shownBefore: memory.shownBefore(ids, evening),
  }
}

function countTalks(present: readonly Agent[], talks: readonly Talk[]) {
  const byId = new Map(present.map((agent) => [agent.person.id, agent]))
  const meetings = talks.filter(({ meeting }) => meeting)
  const isShy = (id: string) => byId.get(id)?.shy === true
  return {
    visits: present.length,
    meetings: meetings.length,
    across: meetings.filter(({ from, to }) => byId.get(from)?.group !== byId.get(to)?.group).length,
    shyVisits: present.filter(({ shy }) => shy).length,
    shyMeetings: meetings.flatMap(({ from, to }) => [from, to]).filter(isShy).length,
    talks: talks.length,
    talksWithKnown: talks.filter(({ known }) => known).length,
  }
}
