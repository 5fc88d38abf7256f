import { Temporal } from 'temporal-polyfill'
import { topicsOf } from './groupings'
import type { Bond, OwnPerson } from './own-people'

/** The questions of the audit, one a screen, in this order. */
export const AUDIT_STEPS = ['missed', 'more', 'introduce', 'quiet', 'rhythm'] as const
export type AuditStep = (typeof AUDIT_STEPS)[number]

/** So many people can be chosen as missed: more would be a list of chores. */
export const MISSED_AT_MOST = 3
/** Fewer people than this need no audit. */
export const AUDIT_FROM = 8
const QUARTER = { months: 3 } as const

/**
 * Whether the audit is due: a quarter after it was last done or put off, or, if it never was, after the owner's first
 * entry, once there are {@link AUDIT_FROM} people.
 *
 * @param auditedOn the local date of the last one, `YYYY-MM-DD`, or null
 * @param firstOn the local date of the oldest entry, or null without any
 * @throws RangeError when a date is none
 */
export function auditIsDue(of: { readonly people: number; readonly auditedOn: string | null; readonly firstOn: string | null; readonly today: string }): boolean {
  const since = of.auditedOn ?? of.firstOn
  if (since === null || of.people < AUDIT_FROM) return false
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(since).add(QUARTER), of.today) <= 0
}

/** Somebody with how often the owner was in touch with them. */
export interface Acquaintance extends OwnPerson {
  readonly interactions: number
}

/**
 * Whom the owner may miss: silent since `silentBefore`, those first with whom there was the most, of these the one
 * whose silence is longest.
 */
export function maybeMissed(people: readonly Acquaintance[], silentBefore: string, limit: number): readonly Acquaintance[] {
  return people
    .flatMap((person) => (person.lastOn !== null && person.lastOn < silentBefore ? [{ person, lastOn: person.lastOn }] : []))
    .sort((a, b) => b.person.interactions - a.person.interactions || (a.lastOn < b.lastOn ? -1 : a.lastOn > b.lastOn ? 1 : a.person.contactId < b.person.contactId ? -1 : 1))
    .slice(0, limit)
    .map(({ person }) => person)
}

/** Two of the owner's people who have something in common and, as far as the owner knows, do not know each other. */
export interface CouldMeet {
  readonly a: OwnPerson
  readonly b: OwnPerson
  /** What both show they are interested in. */
  readonly topic: string
}

/** Of the people under one topic so many are looked at. */
const LOOKED_AT = 20

/**
 * Pairs that the owner could introduce: the rarer what they share, the earlier, and nobody twice.
 *
 * @param people those whom the owner may introduce, preferred ones first
 * @param apart pairs not to propose, as keys of {@link pairOf}
 */
export function couldMeet(people: readonly OwnPerson[], bonds: readonly Bond[], apart: ReadonlySet<string>, limit: number): readonly CouldMeet[] {
  const under = new Map<string, OwnPerson[]>()
  for (const person of people) {
    const shown = new Set(person.interests.map(({ slug }) => slug))
    for (const [slug] of topicsOf(person)) if (shown.has(slug)) under.set(slug, [...(under.get(slug) ?? []), person].slice(0, LOOKED_AT))
  }
  const bondsOf = new Map<string, Set<string>>()
  for (const { key, people: members } of bonds) {
    for (const contactId of members) bondsOf.set(contactId, (bondsOf.get(contactId) ?? new Set()).add(key))
  }
  const strangers = (a: OwnPerson, b: OwnPerson) => {
    const known = bondsOf.get(b.contactId)
    return !apart.has(pairOf(a.contactId, b.contactId)) && ![...(bondsOf.get(a.contactId) ?? [])].some((key) => known?.has(key))
  }
  const found: CouldMeet[] = []
  const taken = new Set<string>()
  for (const [slug, members] of [...under].sort((a, b) => a[1].length - b[1].length || (a[0] < b[0] ? -1 : 1))) {
    const free = members.filter(({ contactId }) => !taken.has(contactId))
    const pair = firstPair(free, strangers)
    if (!pair) continue
    const [a, b] = pair
    found.push({ a, b, topic: a.interests.find((interest) => interest.slug === slug)?.label ?? slug })
    for (const { contactId } of pair) taken.add(contactId)
    if (found.length === limit) break
  }
  return found
}

/** Names two people, whoever is first. */
export function pairOf(one: string, other: string): string {
  return one < other ? `${one}+${other}` : `${other}+${one}`
}

function firstPair<T>(all: readonly T[], fits: (a: T, b: T) => boolean): readonly [T, T] | null {
  for (const [index, a] of all.entries()) {
    for (const b of all.slice(index + 1)) if (fits(a, b)) return [a, b]
  }
  return null
}
