import type { Cadence } from '@/domain/follow-up/cadence'
import { localDate } from '@/domain/follow-up/morning-after'
import type { Acquaintance } from '@/domain/my-circle/audit'
import type { Introduced } from '@/domain/my-circle/own-people'
import { sql, type Db } from '@/server/db/client'
import { contactStanding } from '@/server/services/contact/standing'
import { personZone } from '@/server/services/person/person-zone'
import { textOf, type Locale } from '@/text/translator'

/** Somebody of the owner's list with where they stand. */
export interface CirclePerson extends Acquaintance {
  /** The member whom the entry is linked to. */
  readonly userId: string | null
  readonly cadence: Cadence
  /** Local date `YYYY-MM-DD`; null: no reminders. */
  readonly dueOn: string | null
  /** Local date on which the entry was made. */
  readonly addedOn: string
}

export interface OwnPeople {
  readonly zone: string
  /** The owner's local date, `YYYY-MM-DD`. */
  readonly today: string
  /** Whoever was last in touch first. */
  readonly people: readonly CirclePerson[]
  readonly introduced: readonly Introduced[]
}

interface Row {
  readonly contactId: string
  readonly userId: string | null
  readonly name: string
  readonly organization: string
  readonly tags: string[]
  readonly groups: string[]
  readonly interactions: number
  readonly lastOn: string | null
  readonly dueOn: string | null
  readonly cadence: Cadence
  readonly addedOn: string
}

/**
 * The owner's people as the owner may know them, and nothing that anybody else wrote, whom others met, how others
 * keep them: what stands in the owner's list; evenings at which the owner met them; interests of those who are
 * members and want to be seen; introductions by the owner that both accepted. Whom the owner blocked is
 * not among them, as in the list itself; of whoever blocked the owner there is what the owner wrote. Two ways lead to the others' own facts, and both are
 * here: the interests, and the introductions.
 */
export async function loadOwnPeople(
  db: Db,
  { ownerId, now, locale }: { readonly ownerId: string; readonly now: Date; readonly locale: Locale },
): Promise<OwnPeople> {
  const zone = await personZone(db, ownerId)
  const [rows, metAt, interests, introduced] = await Promise.all([
    listEntries(db, ownerId, zone),
    listMetAt(db, ownerId, locale),
    listInterests(db, ownerId),
    listIntroduced(db, ownerId),
  ])
  return {
    zone,
    today: localDate(now, zone),
    people: rows.map((row) => ({ ...row, metAt: metAt.get(row.contactId) ?? [], interests: interests.get(row.contactId) ?? [] })),
    introduced,
  }
}

/** What the owner wrote, and when they were last in touch. */
function listEntries(db: Db, ownerId: string, zone: string) {
  return db.$queryRaw<Row[]>(sql`
    SELECT c.id AS "contactId", c."userId", c.name, c.organization, c.tags, coalesce(g.names, '{}') AS groups,
      coalesce(i.count, 0)::int AS interactions, (s."lastAt" AT TIME ZONE ${zone})::date::text AS "lastOn",
      s."dueOn"::text AS "dueOn", s.cadence, (c."createdAt" AT TIME ZONE ${zone})::date::text AS "addedOn"
    FROM (${contactStanding({ ownerId, zone })}) s
    JOIN contact c ON c.id = s."contactId"
    LEFT JOIN (
      SELECT m."contactId", array_agg(gr.name ORDER BY gr.name) AS names
      FROM contact_group_member m JOIN contact_group gr ON gr.id = m."groupId"
      WHERE gr."ownerId" = ${ownerId} GROUP BY 1) g ON g."contactId" = c.id
    LEFT JOIN (
      SELECT i."contactId", count(*) AS count FROM interaction i JOIN contact o ON o.id = i."contactId"
      WHERE o."ownerId" = ${ownerId} GROUP BY 1) i ON i."contactId" = c.id
    WHERE c."ownerId" = ${ownerId}
    ORDER BY s."lastAt" DESC NULLS LAST, c.id`)
}

/** Evenings at which the owner met them: the meeting is of these two, never of others who were there. */
async function listMetAt(db: Db, ownerId: string, locale: Locale) {
  const rows = await db.$queryRaw<
    { contactId: string; eventId: string; name: string; startsAt: Date; timeZone: string; community: string }[]
  >(sql`
    SELECT DISTINCT c.id AS "contactId", e.id AS "eventId", e.name, e."startsAt", e."timeZone", co.name AS community
    FROM contact c
    JOIN interaction i ON i."contactId" = c.id
    JOIN meeting m ON m.id = i."meetingId" AND m.state = 'CONFIRMED' AND ${ownerId} IN (m."userAId", m."userBId")
    JOIN event e ON e.id = m."eventId"
    JOIN community co ON co.id = e."communityId"
    WHERE c."ownerId" = ${ownerId}
    ORDER BY e."startsAt" DESC, e.id`)
  const t = textOf(locale, 'myCircle')
  const day = (at: Date, timeZone: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(at)
  return grouped(
    rows.map(({ contactId, eventId, name, startsAt, timeZone, community }) => [
      contactId,
      { eventId, label: t('evening', { name, day: day(startsAt, timeZone) }), community },
    ]),
  )
}

/** What members show: nothing of whoever hides, or blocked the owner. */
async function listInterests(db: Db, ownerId: string) {
  const rows = await db.$queryRaw<{ contactId: string; slug: string; label: string }[]>(sql`
    SELECT c.id AS "contactId", n.slug, n.label
    FROM contact c
    JOIN user_interest u ON u."userId" = c."userId"
    JOIN interest n ON n.id = u."interestId"
    LEFT JOIN profile p ON p."userId" = c."userId"
    WHERE c."ownerId" = ${ownerId} AND p.visible IS NOT FALSE
      AND NOT EXISTS (SELECT FROM block b WHERE b."blockerId" = c."userId" AND b."blockedId" = ${ownerId})
    ORDER BY u."addedAt", n.slug`)
  return grouped(rows.map(({ contactId, ...interest }) => [contactId, interest]))
}

/** Whom the owner brought together: both accepted, which the owner is told; of others there is no trace. */
async function listIntroduced(db: Db, ownerId: string): Promise<readonly Introduced[]> {
  const rows = await db.$queryRaw<{ a: string; b: string }[]>(sql`
    SELECT a.id AS a, b.id AS b
    FROM introduction i
    JOIN contact a ON a."ownerId" = i."byId" AND a."userId" = i."aId"
    JOIN contact b ON b."ownerId" = i."byId" AND b."userId" = i."bId"
    WHERE i."byId" = ${ownerId} AND i."connectedAt" IS NOT NULL
    ORDER BY a.id, b.id`)
  return rows.map(({ a, b }) => [a, b])
}

function grouped<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const [key, value] of pairs) {
    const list = found.get(key)
    if (list) list.push(value)
    else found.set(key, [value])
  }
  return found
}
