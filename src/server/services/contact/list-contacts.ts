import type { Cadence } from '@/domain/follow-up/cadence'
import { localDate } from '@/domain/follow-up/morning-after'
import { joined, raw, sql, type Db, type Sql } from '@/server/db/client'
import { personZone } from '@/server/services/person/person-zone'
import { contactStanding } from './standing'

/** How the list can be ordered: next due, name, longest silence, recently in touch. */
export const CONTACT_SORTS = ['due', 'name', 'silence', 'recent'] as const
export type ContactSort = (typeof CONTACT_SORTS)[number]

/** Entries on one page of the list. */
export const PAGE_SIZE = 50

/** Which of one's people, in what order. */
export interface ContactQuery {
  readonly sort: ContactSort
  readonly groupId?: string | undefined
  readonly tag?: string | undefined
  /** Only whoever is due today or before. */
  readonly due?: boolean | undefined
  /** From 1. */
  readonly page: number
}

export interface ListedContact {
  readonly contactId: string
  readonly name: string
  readonly organization: string
  readonly title: string
  readonly tags: string[]
  readonly cadence: Cadence
  readonly lastAt: Date | null
  /** YYYY-MM-DD; null: no reminders. */
  readonly dueOn: string | null
}

/** By the rules of the Unicode collation, so that É stands with E. */
const BY_NAME = raw(`c.name COLLATE "unicode", c.id`)
const ORDER: Readonly<Record<ContactSort, Sql>> = {
  due: sql`s."dueOn" NULLS LAST, ${BY_NAME}`,
  name: BY_NAME,
  silence: sql`s."lastOn", s."lastAt" NULLS FIRST, ${BY_NAME}`,
  recent: sql`s."lastAt" DESC NULLS LAST, ${BY_NAME}`,
}

function filters({ groupId, tag, due }: ContactQuery, ownerId: string, today: string): Sql[] {
  const all = [sql`c."ownerId" = ${ownerId}`]
  if (groupId !== undefined) {
    all.push(sql`EXISTS (SELECT 1 FROM contact_group_member m WHERE m."groupId" = ${groupId} AND m."contactId" = c.id)`)
  }
  if (tag !== undefined) all.push(sql`${tag} = ANY (c.tags)`)
  if (due === true) all.push(sql`s."dueOn" <= ${today}::date`)
  return all
}

/**
 * A page of one's own people with where each stands, and how many there are in all.
 */
export async function listContacts(
  db: Db,
  { ownerId, now, ...query }: ContactQuery & { readonly ownerId: string; readonly now: Date },
) {
  const zone = await personZone(db, ownerId)
  const today = localDate(now, zone)
  const rows = await db.$queryRaw<(ListedContact & { total: bigint })[]>(sql`
    SELECT c.id AS "contactId", c.name, c.organization, c.title, c.tags, s.cadence, s."lastAt", s."dueOn"::text AS "dueOn",
      count(*) OVER () AS total
    FROM (${contactStanding({ ownerId, zone })}) s JOIN contact c ON c.id = s."contactId"
    WHERE ${joined(filters(query, ownerId, today), ' AND ')}
    ORDER BY ${ORDER[query.sort]}
    LIMIT ${PAGE_SIZE} OFFSET ${(query.page - 1) * PAGE_SIZE}`)
  return {
    zone,
    today,
    pageSize: PAGE_SIZE,
    total: Number(rows[0]?.total ?? 0),
    contacts: rows.map(({ total: _, ...contact }) => contact),
  }
}
