import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pairKey } from '@/domain/matching/pair-key'
import { createDatabase } from '@/server/db/client'
import { migrateJobs } from '@/server/jobs/migrate'
import { catchUpArrivals } from '@/server/services/arrival/catch-up-arrivals'
import { loadShownBefore } from '@/server/services/suggestion/load-pairs'
import { loadRoom } from '@/server/services/suggestion/load-room'
import { STANDING } from '@/server/services/suggestion/on-the-list'
import { refreshSuggestions } from '@/server/services/suggestion/refresh-suggestions'
import { buildCommunity, buildEvent } from '../factories/community'
import { buildGuest, buildMeeting, buildSuggestion, buildCheckIn } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { testDatabaseUrl, testDb } from '../setup/integration'

const db = testDb()
const seconds = (count: number) => new Date(NOW.getTime() + count * 1_000)
const standing = (eventId: string) => db.suggestion.findMany({ where: { eventId, ...STANDING }, orderBy: { id: 'asc' } })
const pairsOf = async (eventId: string) => new Set((await standing(eventId)).map(({ userId, otherId }) => pairKey(userId, otherId)))
const solvedAt = async (eventId: string) => (await db.event.findUniqueOrThrow({ where: { id: eventId } })).solvedAt

async function evening(count: number, arrived = minutesFromNow(-10)) {
  const event = await buildEvent(db)
  const people = []
  for (let n = 0; n < count; n += 1) {
    people.push(await buildGuest(db, event.id, { interests: [`topic-${String(n % 4)}`], at: arrived }))
  }
  return { eventId: event.id, people }
}

async function arrive(eventId: string, count: number, at: Date) {
  for (let n = 0; n < count; n += 1) await buildGuest(db, eventId, { interests: [`topic-${String(n % 4)}`], at })
}

describe('arrivals', () => {
  it('take free places, and nobody loses anybody, read or not, until a minute is over', async () => {
    const { eventId } = await evening(9)
    await refreshSuggestions(db, eventId, NOW)
    const before = await pairsOf(eventId)
    await arrive(eventId, 10, seconds(30))
    await refreshSuggestions(db, eventId, seconds(59))
    const after = await pairsOf(eventId)
    expect([...before].filter((pair) => !after.has(pair))).toEqual([])
    expect(new Set((await standing(eventId)).map(({ userId }) => userId)).size).toBe(19)
    expect(await solvedAt(eventId)).toEqual(NOW)
    await refreshSuggestions(db, eventId, seconds(60))
    expect(await solvedAt(eventId)).toEqual(seconds(60))
  })

  it('leave what was read in its place, with the question that was read', async () => {
    const { eventId } = await evening(9)
    await refreshSuggestions(db, eventId, NOW)
    await db.suggestion.updateMany({ where: { eventId }, data: { shownAt: seconds(1) } })
    const before = await standing(eventId)
    await arrive(eventId, 20, seconds(30))
    await refreshSuggestions(db, eventId, seconds(40))
    await refreshSuggestions(db, eventId, seconds(100))
    expect(await solvedAt(eventId)).toEqual(seconds(100))
    const after = new Map((await standing(eventId)).map((row) => [row.id, row]))
    for (const { id, rank, question } of before) expect(after.get(id)).toMatchObject({ rank, question })
  })

  it('make a full solve due when they are fifty', async () => {
    const { eventId } = await evening(3)
    await refreshSuggestions(db, eventId, NOW)
    await arrive(eventId, 49, seconds(10))
    await refreshSuggestions(db, eventId, seconds(20))
    expect(await solvedAt(eventId)).toEqual(NOW)
    await arrive(eventId, 1, seconds(21))
    await refreshSuggestions(db, eventId, seconds(22))
    expect(await solvedAt(eventId)).toEqual(seconds(22))
  })
})

describe('the heartbeat', () => {
  beforeAll(() => migrateJobs(testDatabaseUrl()))
  const waiting = async () =>
    (await db.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs`).map(({ key }) => key)

  it('asks for the full solve a minute after the last one, if anything has changed since', async () => {
    const { eventId } = await evening(4)
    await refreshSuggestions(db, eventId, NOW)
    await catchUpArrivals(db, seconds(90))
    expect(await waiting()).toEqual([])
    await refreshSuggestions(db, eventId, seconds(20))
    await catchUpArrivals(db, seconds(59))
    expect(await waiting()).toEqual([])
    await catchUpArrivals(db, seconds(60))
    expect(await waiting()).toEqual([`after-arrivals:${eventId}`])
  })

  it('finds those who went home or came back unannounced', async () => {
    const { eventId, people } = await evening(2)
    await refreshSuggestions(db, eventId, NOW)
    await db.checkIn.updateMany({ where: { userId: people[0]?.id ?? '' }, data: { leftAt: seconds(1) } })
    await catchUpArrivals(db, seconds(10))
    expect(await waiting()).toEqual([`after-arrivals:${eventId}`])
  })

  it('finds those who changed what they show unannounced', async () => {
    const { eventId, people } = await evening(2)
    await refreshSuggestions(db, eventId, NOW)
    await db.user.update({ where: { id: people[0]?.id ?? '' }, data: { describedAt: seconds(1) } })
    await catchUpArrivals(db, seconds(2))
    expect(await waiting()).toEqual([`after-arrivals:${eventId}`])
  })

  it('does not wait for a job that died with its instance', async () => {
    const { eventId, people } = await evening(2)
    await refreshSuggestions(db, eventId, NOW)
    await db.user.update({ where: { id: people[0]?.id ?? '' }, data: { describedAt: seconds(1) } })
    await catchUpArrivals(db, seconds(2))
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'dead', attempts = 1`
    await catchUpArrivals(db, seconds(32))
    expect(await db.$queryRaw`SELECT key, locked_by FROM graphile_worker.jobs ORDER BY id`).toEqual([
      { key: null, locked_by: 'dead' },
      { key: `after-arrivals:${eventId}`, locked_by: null },
    ])
  })
})

describe('two instances at once', () => {
  const other = createDatabase(testDatabaseUrl(), 4)
  afterAll(() => other.$disconnect())

  /** How many of this database's sessions wait for a lock. */
  const blocked = async () =>
    Number((await db.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database
      WHERE NOT granted AND d.datname = current_database()`)[0]?.count)

  it('are not stopped by somebody who is deleted while they are at work', async () => {
    const { eventId, people } = await evening(8)
    const waitingForRow = async () =>
      Number((await db.$queryRaw<{ count: bigint }[]>`
        SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`)[0]?.count)
    const runs: Promise<string[] | null>[] = []
    await db.$transaction(async (tx) => {
      await tx.user.delete({ where: { id: people[0]?.id ?? '' } })
      runs.push(refreshSuggestions(other, eventId, seconds(1), { wait: false }))
      await expect.poll(waitingForRow).toBe(1)
    })
    expect(await Promise.all(runs)).toEqual([expect.arrayContaining(people.slice(1).map(({ id }) => id))])
    expect(new Set((await standing(eventId)).map(({ userId }) => userId)).size).toBe(7)
  })

  it('run one solve, of which both find the result', async () => {
    const { eventId } = await evening(8)
    const runs: Promise<string[] | null>[] = []
    await db.$transaction(async (tx) => {
      // The first is stopped in the middle of its work, with the event's lock in its hands.
      await tx.$executeRaw`LOCK TABLE suggestion IN ACCESS EXCLUSIVE MODE`
      runs.push(refreshSuggestions(other, eventId, seconds(1)))
      await expect.poll(blocked).toBe(1)
      expect(await refreshSuggestions(db, eventId, NOW, { wait: false })).toBeNull()
      runs.push(refreshSuggestions(db, eventId, NOW))
      await expect.poll(blocked).toBe(2)
    })
    const [first, second] = await Promise.all(runs)
    expect(first).toHaveLength(8)
    expect(second).toBeNull()
    const rows = await standing(eventId)
    expect(await other.suggestion.findMany({ where: { eventId }, orderBy: { id: 'asc' } })).toEqual(rows)
    expect(new Set(rows.map(({ userId }) => userId)).size).toBe(8)
  })
})

describe('what the engine is told', () => {
  it('names where people belong as they wrote it, the same for the same words', async () => {
    const event = await buildEvent(db)
    await buildGuest(db, event.id, { profile: { organization: 'Harbour  Hospital', city: '' } })
    await buildGuest(db, event.id, { profile: { organization: 'harbour hospital', city: '???' } })
    const { people } = await db.$transaction((tx) => loadRoom(tx, event.id))
    expect(people.flatMap(({ affiliations }) => affiliations).sort((a, b) => (a.label < b.label ? -1 : 1))).toEqual([
      { kind: 'ORGANIZATION', slug: 'harbour-hospital', label: 'Harbour  Hospital' },
      { kind: 'ORGANIZATION', slug: 'harbour-hospital', label: 'harbour hospital' },
    ])
  })

  it('knows evenings and meetings, there and elsewhere, of those who are there', async () => {
    const { id: communityId } = await buildCommunity(db)
    const [earlier, event] = [await buildEvent(db, { communityId }), await buildEvent(db, { communityId })]
    const ada = await buildGuest(db, event.id)
    await buildCheckIn(db, { eventId: earlier.id, userId: ada.id })
    const gone = await buildGuest(db, event.id)
    await db.checkIn.updateMany({ where: { userId: gone.id }, data: { leftAt: NOW } })
    await buildMeeting(db, { between: [ada.id, gone.id], eventId: earlier.id })
    await buildMeeting(db, { between: [gone.id, ada.id], eventId: event.id })
    await buildMeeting(db, { between: [ada.id, (await buildGuest(db, earlier.id)).id], state: 'PROPOSED' })
    const { people } = await db.$transaction((tx) => loadRoom(tx, event.id))
    expect(people).toMatchObject([{ id: ada.id, attended: [earlier.id], met: [gone.id] }])
  })

  it('counts back eight events to what was shown', async () => {
    const { id: communityId } = await buildCommunity(db)
    const ago = (weeks: number) => minutesFromNow(-weeks * 7 * 24 * 60)
    const event = await buildEvent(db, { communityId })
    const [a, b, c] = [await buildGuest(db, event.id), await buildGuest(db, event.id), await buildGuest(db, event.id)]
    const past: { readonly id: string }[] = []
    for (let weeks = 1; weeks <= 9; weeks += 1) {
      past.push(await buildEvent(db, { communityId, startsAt: ago(weeks), endsAt: new Date(ago(weeks).getTime() + 1) }))
    }
    const show = (weeks: number, userId: string, otherId: string, shownAt: Date | null = ago(weeks)) =>
      buildSuggestion(db, { eventId: past[weeks - 1]?.id ?? '', userId, otherId, shownAt })
    await show(3, a.id, b.id)
    await show(7, a.id, b.id)
    await show(8, b.id, c.id)
    await show(9, c.id, a.id)
    await show(1, c.id, b.id, null)
    const found = await db.$transaction((tx) => loadShownBefore(tx, event.id))
    expect(found.sort((x, y) => x.eventsAgo - y.eventsAgo)).toEqual([
      { a: a.id, b: b.id, eventsAgo: 3 },
      { a: b.id, b: c.id, eventsAgo: 8 },
    ])
  })
})
