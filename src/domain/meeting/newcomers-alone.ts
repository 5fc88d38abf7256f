import { CIRCLE_LASTS_MS } from '@/domain/circles/circle-time'

/** After this long without meeting anybody somebody should walk over to a newcomer, in milliseconds. */
export const ALONE_MS = 30 * 60_000

/** What is known of somebody who is at an event for the first time and has not gone home. */
export interface Newcomer {
  readonly arrivedAt: Date
  /** When they last came back after going home. */
  readonly returnedAt: Date | null
  /** When they last met somebody at this event, as both have said. */
  readonly lastMetAt: Date | null
  /** When a host last walked over to them. */
  readonly greetedAt: Date | null
  /** When the last circle began at which they have a seat, and others too. */
  readonly satDownAt: Date | null
}

/** Since when they have met nobody: `now` while they sit at a circle. */
export function aloneSince({ arrivedAt, returnedAt, lastMetAt, greetedAt, satDownAt }: Newcomer, now: Date): Date {
  const moments = [arrivedAt, returnedAt, lastMetAt, greetedAt].flatMap((at) => (at ? [at.getTime()] : []))
  if (satDownAt && satDownAt <= now) moments.push(Math.min(now.getTime(), satDownAt.getTime() + CIRCLE_LASTS_MS))
  return new Date(Math.max(...moments))
}

/** The newcomers whom a host should walk over to, and when there will be another. */
export interface Alone<Person> {
  /** Each with since when, the longest first. */
  readonly alone: readonly (Person & { readonly since: Date })[]
  /** When the next one joins them if nobody does anything; null where there is none. */
  readonly nextAt: Date | null
}

/**
 * Those who have met nobody for {@link ALONE_MS}: since they arrived, or came back, since they last met
 * somebody or rose from a circle, or since a host walked over. It moves with the clock alone.
 */
export function newcomersAlone<Person extends Newcomer>(newcomers: readonly Person[], now: Date): Alone<Person> {
  const known = newcomers
    .map((person) => ({ ...person, since: aloneSince(person, now) }))
    .sort((a, b) => a.since.getTime() - b.since.getTime())
  const isDue = ({ since }: { readonly since: Date }) => now.getTime() - since.getTime() >= ALONE_MS
  const next = known.filter((person) => !isDue(person)).map((person) => dueAt(person, now))
  return { alone: known.filter(isDue), nextAt: next.length > 0 ? new Date(Math.min(...next)) : null }
}

/** When somebody will have been alone for long enough: those who sit at a circle rise from it first. */
function dueAt(person: Newcomer, now: Date): number {
  const risesAt = person.satDownAt && person.satDownAt <= now ? person.satDownAt.getTime() + CIRCLE_LASTS_MS : 0
  return Math.max(risesAt, aloneSince(person, now).getTime()) + ALONE_MS
}
