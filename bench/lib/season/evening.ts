import type { Random } from '../random'
import type { Shown } from '../matching/measures'
import { assumed } from './assumptions'
import type { Chance } from './chance'
import type { Agent } from './community'

/** Two who talked, the one who went up to the other first. */
export interface Talk {
  readonly from: string
  readonly to: string
  /** They knew each other before. */
  readonly known: boolean
  /** They know each other by it. */
  readonly meeting: boolean
}

/** Who knows whom: changes while people talk. */
export interface Acquaintance {
  knows(a: string, b: string): boolean
  /** Those whom somebody knows. */
  of(id: string): ReadonlySet<string>
  add(a: string, b: string): void
}

/**
 * An evening: in each round everybody who is free looks for company, in an order by chance. Somebody who
 * is asked while free never refuses. A suggestion does nothing but make it likelier that its reader goes up
 * to the other; both are then taken for that round as in any conversation, so that one who is shown to
 * fifty people cannot talk to fifty.
 * @param seeks who of the suggestions' readers looks for the other.
 */
export function holdEvening(given: {
  readonly present: readonly Agent[]
  readonly suggestions: readonly Shown[]
  readonly acquaintance: Acquaintance
  readonly seeks: (reader: Agent, otherId: string) => boolean
  readonly random: Random
}): readonly Talk[] {
  const { present, suggestions, acquaintance, seeks, random } = given
  const byId = new Map(present.map((agent) => [agent.person.id, agent]))
  const sought = soughtBy(byId, suggestions, seeks)
  const talked = new Map(present.map(({ person }) => [person.id, new Set<string>()]))
  const talks: Talk[] = []
  for (let round = 0; round < assumed('rounds'); round++) {
    const free = new Set(byId.keys())
    for (const agent of random.shuffle(present)) {
      const from = agent.person.id
      if (!free.has(from)) continue
      const heard = talked.get(from)
      const open = (id: string) => id !== from && free.has(id) && heard?.has(id) !== true
      const to = chooseCompany(agent, sought.get(from) ?? [], [...byId.keys()], acquaintance, open, random)
      if (to === undefined) continue
      free.delete(from)
      free.delete(to)
      heard?.add(to)
      talked.get(to)?.add(from)
      const known = acquaintance.knows(from, to)
      const meeting = !known && random.next() < assumed('becomesMeeting')
      if (meeting) acquaintance.add(from, to)
      talks.push({ from, to, known, meeting })
    }
  }
  return talks
}

/**
 * Whether a reader looks for somebody they are shown: by a chance that depends on the two and the evening
 * alone, so that it is the same whatever else is shown.
 * @param follows that chance, for those who are not shy.
 */
export function seekBy(chance: Chance, follows: number, evening: number): (reader: Agent, otherId: string) => boolean {
  return ({ person, shy }, otherId) =>
    chance('seeks', person.id, otherId, evening) < (shy ? follows * assumed('shyFollow') : follows)
}

/** Whom each reader means to find, of those they are shown. */
function soughtBy(
  byId: ReadonlyMap<string, Agent>,
  suggestions: readonly Shown[],
  seeks: (reader: Agent, otherId: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const sought = new Map<string, string[]>()
  for (const { userId, otherId } of suggestions) {
    const reader = byId.get(userId)
    if (reader && seeks(reader, otherId)) sought.set(userId, [...(sought.get(userId) ?? []), otherId])
  }
  return sought
}

/** Whom somebody goes up to; undefined for one who stands aside this round. */
function chooseCompany(
  agent: Agent,
  sought: readonly string[],
  everybody: readonly string[],
  acquaintance: Acquaintance,
  open: (id: string) => boolean,
  random: Random,
): string | undefined {
  const found = sought.find(open)
  if (found !== undefined && random.next() < assumed('looksNow')) return found

  const own = acquaintance.of(agent.person.id)
  const familiar = everybody.filter((id) => own.has(id) && open(id))
  if (familiar.length > 0 && (agent.shy || random.next() < assumed('towardsKnown'))) return random.pick(familiar)
  if (agent.shy) return undefined

  const strangers = everybody.filter((id) => !own.has(id) && open(id))
  if (strangers.length === 0) return undefined
  if (random.next() < assumed('introduced')) {
    const hosts = everybody.filter((id) => own.has(id))
    const host = hosts.length > 0 ? acquaintance.of(random.pick(hosts)) : undefined
    const introduced = strangers.filter((id) => host?.has(id) === true)
    if (introduced.length > 0) return random.pick(introduced)
  }
  return random.pick(strangers)
}
