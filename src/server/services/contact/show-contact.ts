import { cadenceSource } from '@/domain/follow-up/cadence'
import { localDate } from '@/domain/follow-up/morning-after'
import type { Prisma } from '@/generated/prisma/client'
import { sql, type Db } from '@/server/db/client'
import { contactsOf } from '@/server/db/scopes'
import { personZone } from '@/server/services/person/person-zone'
import { sharedDetails } from './share-details'
import { contactStanding, type Standing } from './standing'

const SHOWN = {
  id: true,
  userId: true,
  name: true,
  organization: true,
  title: true,
  about: true,
  birthday: true,
  tags: true,
  source: true,
  cadence: true,
  snoozedUntil: true,
  snoozedAt: true,
  skippedAt: true,
  createdAt: true,
  fields: {
    orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, label: true, value: true, sharedById: true },
  },
  groups: {
    orderBy: { group: { name: 'asc' } },
    select: { group: { select: { id: true, name: true, cadence: true } } },
  },
  _count: { select: { interactions: true } },
} satisfies Prisma.ContactSelect

/** The latest of a timeline; more than fits a page is asked for by `before`. */
export const TIMELINE_SIZE = 50

/** So long after a tap its words are asked for, in milliseconds. */
const FRESH_MS = 2 * 60_000

interface Shown {
  readonly ownerId: string
  readonly contactId: string
  /** Of the timeline, from 1. */
  readonly page: number
  readonly now: Date
}

/** An interaction as its owner sees it, with the event at which they met where there is one. */
const INTERACTION = {
  id: true,
  kind: true,
  at: true,
  note: true,
  myPromise: true,
  theirPromise: true,
  myPromiseKeptAt: true,
  theirPromiseKeptAt: true,
  meetingId: true,
  meeting: { select: { event: { select: { name: true } } } },
} as const

async function timelineOf(db: Db, { ownerId, contactId, page, now }: Shown) {
  const rows = await db.interaction.findMany({
    where: { contactId, contact: { ownerId } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * TIMELINE_SIZE,
    take: TIMELINE_SIZE + 1,
    select: INTERACTION,
  })
  const timeline = rows.slice(0, TIMELINE_SIZE).map(({ id, meeting, meetingId, ...rest }) => ({
    interactionId: id,
    ...rest,
    eventName: meeting?.event.name ?? null,
    // What happened at an event or by an introduction is not one's own to delete or to put on another day.
    own: meetingId === null && rest.kind !== 'INTRODUCED',
    // Just tapped, and nothing said of it yet.
    fresh: meetingId === null && rest.kind !== 'INTRODUCED' && now.getTime() - rest.at.getTime() < FRESH_MS && rest.note + rest.myPromise + rest.theirPromise === '',
  }))
  return { timeline, more: rows.length > TIMELINE_SIZE }
}

/**
 * An entry of one's own list with all that its owner wrote, and where it stands.
 * @returns null when it is not in the owner's list.
 */
export async function showContact(db: Db, { ownerId, contactId, page, now }: Shown) {
  const zone = await personZone(db, ownerId)
  const [contact, [standing], { timeline, more }] = await Promise.all([
    db.contact.findFirst({ where: { ...contactsOf(ownerId), id: contactId }, select: SHOWN }),
    db.$queryRaw<Standing[]>(sql`
      SELECT s."contactId", s."lastAt", s."lastOn"::text AS "lastOn", s.cadence, s."dueOn"::text AS "dueOn"
      FROM (${contactStanding({ ownerId, zone })}) s WHERE s."contactId" = ${contactId}`),
    timelineOf(db, { ownerId, contactId, page, now }),
  ])
  if (!contact || !standing) return null
  const shared = contact.userId === null ? [] : await sharedDetails(db, { fromId: ownerId, toId: contact.userId })
  const { id, groups, snoozedUntil, snoozedAt, skippedAt, _count, ...rest } = contact
  const inGroups = groups.map(({ group }) => group)
  const since = standing.lastAt ?? new Date(0)
  const source = cadenceSource({
    own: rest.cadence,
    groups: inGroups.flatMap(({ cadence }) => (cadence === null ? [] : [cadence])),
    untouchedImport: rest.source === 'IMPORT' && standing.lastAt === null,
  })
  return {
    ...rest,
    contactId: id,
    groups: inGroups.map(({ id: groupId, name, cadence }) => ({ groupId, name, cadence })),
    /** What the owner let them have, where they are a member. */
    shared,
    today: localDate(now, zone),
    zone,
    standing: { cadence: standing.cadence, source, lastAt: standing.lastAt, dueOn: standing.dueOn },
    /** Until when it is put off, where that still counts. */
    snoozedUntil: snoozedUntil !== null && snoozedAt !== null && snoozedAt >= since ? snoozedUntil.toISOString().slice(0, 10) : null,
    /** On which day it was skipped, where nothing has happened since. */
    skippedOn: skippedAt !== null && skippedAt >= since ? localDate(skippedAt, zone) : null,
    /** How many there are in all. */
    interactions: _count.interactions,
    timeline,
    more,
  }
}
