import { buildNameIndex, searchNamesStrictly, type Named, type NameIndex } from '@/domain/check-in/name-search'
import type { FoundPerson } from '@/domain/check-in/scanner'
import { DomainError } from '@/domain/errors'
import type { PrismaClient } from '@/generated/prisma/client'
import { sql } from '@/server/db/client'
import { withinLimit, type Limit } from '@/server/db/rate-limit'
import { logger } from '@/server/lib/logger'
import { textOf } from '@/text/translator'
import { findDoorEvent, type AtDoor, type DoorEvent } from './door-event'
import { everybodyKnown, knownHere } from './known-here'
import { foundPerson, loadPeople } from './load-people'

/** As quick as a host types name after name. */
const SEARCHES: Limit = { name: 'names', times: 120, seconds: 60 }
/** One host at one event: more than a busy door asks, too few to read a community's names off. */
const OF_AN_EVENING: Limit = { name: 'names-evening', times: 300, seconds: 24 * 60 * 60 }
/** The log says once of an evening that a host has used theirs up. */
const TOLD: Limit = { ...OF_AN_EVENING, name: 'names-told', times: 1 }
/** As many as stand above a phone's keyboard. */
const MOST_FOUND = 8
/** How long names are kept ready, in milliseconds: who changes theirs is found by the new one after that. */
const KEPT_MS = 5 * 60_000
/** How many events' names are kept ready at once. */
const MOST_KEPT = 4
/** How far clocks of two instances may be apart, in milliseconds. */
const SKEW_MS = 60_000

/**
 * People whom this door knows, by name: everybody of the community, and who said that they come or is in.
 * All the words must be theirs.
 * @returns eight at most, the likeliest first.
 * @throws DomainError NOT_FOUND when this host does not keep this door, TOO_MANY.
 */
export async function searchPeople(db: PrismaClient, asked: AtDoor & { readonly name: string }): Promise<FoundPerson[]> {
  const event = await findDoorEvent(db, asked, 'readNames')
  if (!(await withinLimit(db, SEARCHES, asked.hostId))) {
    throw new DomainError('TOO_MANY', textOf(asked.locale, 'scanner')('tooManySearches'))
  }
  await spendSearch(db, asked)
  const { index, since } = await keptNames(db, event, asked.now)
  const newcomers = buildNameIndex(await loadNames(db, event, since))
  const found = [newcomers, index].flatMap((names) => searchNamesStrictly(names, asked.name, MOST_FOUND))
  const ids = [...new Set(found.map(({ personId }) => personId))]
  // Who has left the community since their name was read is found no more.
  const chosen = sql`
    SELECT p.id AS "userId", p.place FROM unnest(${ids}::text[]) WITH ORDINALITY p(id, place) WHERE ${knownHere(event)}`
  const rows = await loadPeople(db, event, chosen)
  return rows.slice(0, MOST_FOUND).map((row) => foundPerson(row, asked.locale))
}

/** Counts a search for the evening. @throws DomainError TOO_MANY when this host has none left here. */
async function spendSearch(db: PrismaClient, { eventId, hostId, locale }: AtDoor): Promise<void> {
  const key = `${eventId}:${hostId}`
  if (await withinLimit(db, OF_AN_EVENING, key)) return
  if (await withinLimit(db, TOLD, key)) logger.warn({ eventId, hostId }, 'a host has used up the searches of an evening')
  throw new DomainError('TOO_MANY', textOf(locale, 'scanner')('noSearchesLeft'))
}

interface Kept {
  readonly index: NameIndex<Named>
  /** Who came later than this may not be in it. */
  readonly since: Date
}

/** Only ever a copy of what the database has: another instance makes its own. */
const kept = new Map<string, Kept>()

async function keptNames(db: PrismaClient, event: DoorEvent, now: Date): Promise<Kept> {
  const before = kept.get(event.id)
  if (before && Math.abs(now.getTime() - SKEW_MS - before.since.getTime()) < KEPT_MS) return before
  const since = new Date(now.getTime() - SKEW_MS)
  const entry = { index: buildNameIndex(await loadNames(db, event)), since }
  kept.delete(event.id)
  kept.set(event.id, entry)
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest)
  return entry
}

function loadNames(db: PrismaClient, event: DoorEvent, since?: Date): Promise<Named[]> {
  return db.$queryRaw<Named[]>(sql`
    SELECT u.id AS "personId", coalesce(c."badgeName", u.name) AS name
    FROM (${everybodyKnown(event, since)}) known
    JOIN "user" u ON u.id = known."userId"
    LEFT JOIN check_in c ON c."eventId" = ${event.id} AND c."userId" = u.id`)
}
