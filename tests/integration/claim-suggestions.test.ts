import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { migrateJobs } from '@/server/jobs/migrate'
import { flushAnnouncements } from '@/server/live/publish'
import { refreshSuggestions } from '@/server/services/suggestion/refresh-suggestions'
import { lockSuggestions } from '@/server/services/suggestion/suggestion-lock'
import { buildEvent } from '../factories/community'
import { buildCheckIn, buildGuest, buildSuggestion } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildProfile } from '../factories/profile'
import { buildDoorGuest, buildUser } from '../factories/user'
import { testDatabaseUrl, testDb } from '../setup/integration'
import { callerOf } from './room-callers'

const db = testDb()
beforeAll(() => migrateJobs(testDatabaseUrl()))
afterEach(() => flushAnnouncements())

const EMAIL = 'owner@example.org'
const as = (person: Awaited<ReturnType<typeof buildUser>>, minute = 0) => callerOf(db, person, { now: minutesFromNow(minute) })
const jobs = async () => (await db.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs`).map(({ key }) => key)

/** An evening of a guest who typed the owner's address, and of Bo, who needs what the guest offers. */
async function evening() {
  const event = await buildEvent(db)
  const eventId = event.id
  const owner = await buildUser(db, { email: EMAIL, name: 'Olive' })
  await buildProfile(db, { userId: owner.id, offer: 'growing tomatoes' })
  const guest = await buildDoorGuest(db, { doorEmail: EMAIL, name: 'Olive' })
  await buildProfile(db, { userId: guest.id, offer: 'fixing bicycles', organization: 'Harbour Hospital', city: 'Lisbon' })
  await buildCheckIn(db, { eventId, userId: guest.id })
  const bo = await buildGuest(db, eventId, { user: { name: 'Bo' }, profile: { ask: 'fixing bicycles' } })
  return { eventId, owner, guest, bo, guestId: guest.id }
}

describe('what was typed at a door', () => {
  it('is shown whole before it is kept', async () => {
    const { owner } = await evening()
    const [claim] = await as(owner).claim.list()
    expect(claim?.lines).toEqual(expect.arrayContaining(['fixing bicycles', 'Harbour Hospital', 'Lisbon']))
  })

  it('gives nobody a reason that is not true any more when the owner has other words', async () => {
    const { eventId, owner, bo, guestId } = await evening()
    await refreshSuggestions(db, eventId, NOW)
    const reasons = async (minute: number) =>
      JSON.stringify((await as(bo, minute).room.mine({ eventId })).suggestions.map((card) => card.reasons))
    expect(await reasons(1)).toContain('bicycles')
    await as(owner, 2).claim.keep({ guestId })
    await flushAnnouncements()
    expect(await jobs()).toContain(`after-arrivals:${eventId}`)
    await refreshSuggestions(db, eventId, minutesFromNow(3))
    expect(await reasons(4)).not.toContain('bicycles')
  })

  it('frees a place in others’ lists when it is discarded', async () => {
    const { eventId, owner, guestId } = await evening()
    await as(owner).claim.discard({ guestId })
    await flushAnnouncements()
    expect(await jobs()).toContain(`after-arrivals:${eventId}`)
  })

  it('waits for a refresh with nothing of the guest in its hands', async () => {
    const { eventId, owner, guestId } = await evening()
    const waiting = async () =>
      Number((await db.$queryRaw<{ count: bigint }[]>`
        SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database
        WHERE locktype = 'advisory' AND NOT granted AND d.datname = current_database()`)[0]?.count)
    const claims: Promise<unknown>[] = []
    await db.$transaction(async (tx) => {
      await lockSuggestions(tx, eventId, { wait: true })
      claims.push(as(owner).claim.keep({ guestId }))
      await expect.poll(waiting).toBe(1)
      expect(await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${guestId} FOR UPDATE NOWAIT`).toHaveLength(1)
    })
    await Promise.all(claims)
    expect(await db.user.findUnique({ where: { id: guestId } })).toBeNull()
  })
})

describe('‘not tonight’ that a guest said or was told', () => {
  const later = minutesFromNow(5)

  it('is the owner’s, who was there on another phone', async () => {
    const { eventId, owner, guestId, bo } = await evening()
    await buildCheckIn(db, { eventId, userId: owner.id })
    for (const [userId, otherId] of [[guestId, bo.id], [bo.id, guestId]] as const) {
      await buildSuggestion(db, { eventId, userId, otherId, shownAt: NOW, notTonightAt: later })
    }
    for (const [userId, otherId] of [[owner.id, bo.id], [bo.id, owner.id]] as const) {
      await buildSuggestion(db, { eventId, userId, otherId })
    }
    await as(owner, 6).claim.keep({ guestId })
    expect(await db.suggestion.findMany({ where: { eventId } })).toMatchObject([
      { shownAt: NOW, notTonightAt: later },
      { shownAt: NOW, notTonightAt: later },
    ])
  })

  it('gives way to what the owner keeps', async () => {
    const { eventId, owner, guestId, bo } = await evening()
    await buildSuggestion(db, { eventId, userId: guestId, otherId: bo.id, shownAt: NOW, notTonightAt: later })
    await buildSuggestion(db, { eventId, userId: owner.id, otherId: bo.id, shownAt: NOW, keptAt: NOW })
    await as(owner, 6).claim.keep({ guestId })
    expect(await db.suggestion.findMany({ where: { eventId } })).toMatchObject([{ userId: owner.id, notTonightAt: null }])
  })
})
