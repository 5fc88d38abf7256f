import { excerptOf, searchWords, type Excerpt } from '@/domain/contact/search-words'
import type { Cadence } from '@/domain/follow-up/cadence'
import { localDate } from '@/domain/follow-up/morning-after'
import { joined, raw, sql, type Db, type Sql } from '@/server/db/client'
import { personZone } from '@/server/services/person/person-zone'
import { PLACE, searchHits } from './search-hits'
import { contactStanding, type StandingOf } from './standing'

/** How the list can be ordered: next due, name, longest silence, recently in touch. What was searched for stands by how well it fits. */
export const CONTACT_SORTS = ['due', 'name', 'silence', 'recent'] as const
export type ContactSort = (typeof CONTACT_SORTS)[number]

/** Entries on one page of the list. */
export const PAGE_SIZE = 50

/** Which of one's people, in what order. */
export interface ContactQuery {
  /** Words of a name, organization, tag, note or promise; each must stand somewhere. Empty: everybody. */
  readonly q: string
  readonly sort: ContactSort
  readonly groupId?: string | undefined
  readonly tag?: string | undefined
  /** Only whoever is due today or before. */
  readonly due?: boolean | undefined
  /** From 1. */
  readonly page: number
}

/** Where what was searched for stands, when it is not on the list itself. */
export interface Match extends Excerpt {
  readonly place: 'ABOUT' | 'NOTE' | 'MY_PROMISE' | 'THEIR_PROMISE'
}

interface Row {
  readonly contactId: string
  readonly name: string
  readonly organization: string
  readonly title: string
  readonly tags: string[]
  readonly cadence: Cadence
  readonly lastAt: Date | null
  /** YYYY-MM-DD; null: no reminders. */
  readonly dueOn: string | null
  readonly total: bigint
}

interface FoundRow extends Row {
  readonly place: number
  readonly about: string
  readonly note: string | null
  readonly myPromise: string | null
  readonly theirPromise: string | null
}

/** By the rules of the Unicode collation, so that É stands with E. */
const BY_NAME = raw(`c.name COLLATE "unicode", c.id`)
const ORDER: Readonly<Record<ContactSort, Sql>> = {
  due: sql`s."dueOn" NULLS LAST, ${BY_NAME}`,
  name: BY_NAME,
  silence: sql`s."lastOn", s."lastAt" NULLS FIRST, ${BY_NAME}`,
  recent: sql`s."lastAt" DESC NULLS LAST, ${BY_NAME}`,
}
const COLUMNS = raw(`c.id AS "contactId", c.name, c.organization, c.title, c.tags, s.cadence, s."lastAt", s."dueOn"::text AS "dueOn",
  count(*) OVER () AS total`)

function conditions({ groupId, tag, due }: ContactQuery, ownerId: string, today: string): Sql {
  const all = [sql`c."ownerId" = ${ownerId}`]
  if (groupId !== undefined) {
    all.push(sql`EXISTS (SELECT 1 FROM contact_group_member m WHERE m."groupId" = ${groupId} AND m."contactId" = c.id)`)
  }
  if (tag !== undefined) all.push(sql`${tag} = ANY (c.tags)`)
  if (due === true) all.push(sql`s."dueOn" <= ${today}::date`)
  return joined(all, ' AND ')
}

const pageOf = (page: number) => sql`LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`

function listed(db: Db, of: StandingOf, query: ContactQuery, today: string): Promise<Row[]> {
  return db.$queryRaw<Row[]>(sql`
    SELECT ${COLUMNS}
    FROM (${contactStanding(of)}) s JOIN contact c ON c.id = s."contactId"
    WHERE ${conditions(query, of.ownerId, today)}
    ORDER BY ${ORDER[query.sort]} ${pageOf(query.page)}`)
}

function searched(db: Db, of: StandingOf, query: ContactQuery, today: string, words: readonly string[]): Promise<FoundRow[]> {
  return db.$queryRaw<FoundRow[]>(sql`
    ${searchHits(of.ownerId, words)}
    SELECT ${COLUMNS}, f.place, c.about, i.note, i."myPromise", i."theirPromise"
    FROM found f JOIN contact c ON c.id = f."contactId" JOIN (${contactStanding(of)}) s ON s."contactId" = f."contactId"
    LEFT JOIN interaction i ON i.id = f."interactionId"
    WHERE ${conditions(query, of.ownerId, today)}
    ORDER BY f.place, f.likeness DESC, ${BY_NAME} ${pageOf(query.page)}`)
}

function matchOf({ place, about, note, myPromise, theirPromise }: FoundRow, words: readonly string[]): Match | null {
  const places = [
    { place: 'ABOUT', text: place === PLACE.ABOUT ? about : null },
    { place: 'NOTE', text: place === PLACE.WORDS ? note : null },
    { place: 'MY_PROMISE', text: place === PLACE.WORDS ? myPromise : null },
    { place: 'THEIR_PROMISE', text: place === PLACE.WORDS ? theirPromise : null },
  ] as const
  for (const { place: where, text } of places) {
    const excerpt = excerptOf(text ?? '', words)
    if (excerpt) return { place: where, ...excerpt }
  }
  return null
}

/**
 * A page of one's own people with where each stands, and how many there are in all. Of a search the place that
 * matched; `close` says that nobody has all the words, and these names are like them.
 */
export async function listContacts(
  db: Db,
  { ownerId, now, ...query }: ContactQuery & { readonly ownerId: string; readonly now: Date },
) {
  const zone = await personZone(db, ownerId)
  const of = { ownerId, zone }
  const today = localDate(now, zone)
  const words = searchWords(query.q)
  const found = words.length > 0 ? await searched(db, of, query, today, words) : null
  const rows: readonly Row[] = found ?? (await listed(db, of, query, today))
  const matches = new Map(found?.map((row) => [row.contactId, matchOf(row, words)]))
  return {
    today,
    pageSize: PAGE_SIZE,
    total: Number(rows[0]?.total ?? 0),
    close: found?.[0]?.place === PLACE.CLOSE,
    contacts: rows.map(({ contactId, name, organization, title, tags, cadence, lastAt, dueOn }) => ({
      contactId,
      name,
      organization,
      title,
      tags,
      cadence,
      lastAt,
      dueOn,
      match: matches.get(contactId) ?? null,
    })),
  }
}
