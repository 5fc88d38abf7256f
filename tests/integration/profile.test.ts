import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { migrateJobs } from '@/server/jobs/migrate'
import { flushAnnouncements } from '@/server/live/publish'
import { buildEvent } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildCheckIn } from '../factories/evening'
import { minutesFromNow } from '../factories/moment'
import { buildDoorGuest, buildUser, viewerOf } from '../factories/user'
import { testDatabaseUrl, testDb } from '../setup/integration'
import { withClient } from '../setup/postgres'

afterEach(() => flushAnnouncements())

async function somebody(name = 'Ada Example') {
  const user = await buildUser(testDb(), { name })
  return { user, caller: createCaller(buildContext(testDb(), viewerOf(user))) }
}

const EMPTY = { headline: '', ask: '', offer: '', starter: '', organization: '', city: '', visible: true, interests: [] }

describe('one’s own profile', () => {
  it('is empty and visible before anything is written', async () => {
    const { caller } = await somebody()
    expect(await caller.profile.mine()).toEqual({ name: 'Ada Example', ...EMPTY })
  })

  it('keeps what is saved, cleaned, and leaves the rest as it was', async () => {
    const { caller } = await somebody()
    await caller.profile.save({ headline: '  Nurse,\nand beekeeper ', ask: 'a boat\u202e', offer: 'honey 🍯' })
    await caller.profile.save({ ask: '', starter: 'أسألني عن البحر', visible: false })
    expect(await caller.profile.mine()).toEqual({
      ...EMPTY,
      name: 'Ada Example',
      headline: 'Nurse, and beekeeper',
      offer: 'honey 🍯',
      starter: 'أسألني عن البحر',
      visible: false,
    })
  })

  it('cuts a line to what the page promises, by characters and not by bytes', async () => {
    const { caller } = await somebody()
    await caller.profile.save({ name: '名'.repeat(300), headline: '😀'.repeat(300), ask: 'x'.repeat(300) })
    const { name, headline, ask } = await caller.profile.mine()
    expect([name, headline, ask].map((line) => Array.from(line).length)).toEqual([200, 120, 200])
  })

  it('refuses an empty name and saves nothing with it', async () => {
    const { caller } = await somebody()
    await expect(caller.profile.save({ name: ' \u200b ', ask: 'a boat' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(caller.profile.rename({ name: '' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await caller.profile.mine()).toEqual({ ...EMPTY, name: 'Ada Example' })
  })

  it('can be written by a door guest, and by nobody who is not signed in', async () => {
    const guest = await buildDoorGuest(testDb(), { name: 'Gus' })
    const caller = createCaller(buildContext(testDb(), viewerOf(guest)))
    await caller.profile.rename({ name: ' Gustav ' })
    expect(await caller.profile.mine()).toEqual({ ...EMPTY, name: 'Gustav' })
    const visitor = createCaller(buildContext(testDb(), null))
    await expect(visitor.profile.mine()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(visitor.profile.save({ ask: 'x' })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })

  it('is one’s own: saving changes nobody else’s', async () => {
    const [ada, ben] = [await somebody('Ada'), await somebody('Ben')]
    await ada.caller.profile.save({ ask: 'a boat' })
    expect(await ben.caller.profile.mine()).toEqual({ ...EMPTY, name: 'Ben' })
  })
})

describe('a change during an evening', () => {
  beforeAll(() => migrateJobs(testDatabaseUrl()))

  const waitingJobs = () =>
    withClient(testDatabaseUrl(), async (client) => {
      const { rows } = await client.query<{ key: string }>('SELECT key FROM graphile_worker.jobs ORDER BY key')
      return rows.map(({ key }) => key)
    })

  it('is told to the event where the person is, and to no other', async () => {
    const db = testDb()
    const { user, caller } = await somebody()
    const [here, past, elsewhere] = [
      await buildEvent(db),
      await buildEvent(db, { startsAt: minutesFromNow(-10_000), endsAt: minutesFromNow(-9_000) }),
      await buildEvent(db),
    ]
    await buildCheckIn(db, { eventId: here.id, userId: user.id })
    await buildCheckIn(db, { eventId: past.id, userId: user.id })
    await buildCheckIn(db, { eventId: elsewhere.id })
    await caller.profile.save({ ask: 'a boat' })
    await flushAnnouncements()
    expect(await waitingJobs()).toEqual([`after-arrivals:${here.id}`])
  })
})
