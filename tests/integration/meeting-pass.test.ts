import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { createDatabase } from '@/server/db/client'
import { hashToken } from '@/server/lib/tokens'
import { meetByPass } from '@/server/services/meeting/meet-by-pass'
import { buildEvent } from '../factories/community'
import { buildContact } from '../factories/contact'
import { buildContext } from '../factories/context'
import { buildBlock, buildCheckIn, buildGuest } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildUser } from '../factories/user'
import { anotherDatabase, testDb } from '../setup/integration'
import { callerOf, passFor } from './room-callers'

const db = testDb()

async function twoGuests(database = db) {
  const event = await buildEvent(database)
  const ada = await buildGuest(database, event.id, { user: { name: 'Ada' } })
  const noor = await buildGuest(database, event.id, { user: { name: 'Noor' } })
  return { event, ada, noor }
}

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Error ? error.message : 'no error'),
  )

describe('a scanned pass', () => {
  it('asks first and changes nothing', async () => {
    const { event, ada, noor } = await twoGuests()
    const seen = await callerOf(db, ada).meeting.peek({ pass: passFor(noor) })
    expect(seen).toEqual({ name: 'Noor', eventId: event.id, eventName: event.name, met: false })
    expect(await db.meeting.count()).toBe(0)
  })

  it('makes one confirmed meeting, with an entry in both lists', async () => {
    const { event, ada, noor } = await twoGuests()
    await callerOf(db, ada).meeting.byPass({ pass: passFor(noor) })
    const [meeting] = await db.meeting.findMany()
    expect(meeting).toMatchObject({ eventId: event.id, state: 'CONFIRMED', method: 'PASS', proposedById: ada.id })
    const contacts = await db.contact.findMany({ include: { interactions: true } })
    expect(contacts.map(({ ownerId, userId, name }) => ({ ownerId, userId, name }))).toEqual(
      expect.arrayContaining([
        { ownerId: ada.id, userId: noor.id, name: 'Noor' },
        { ownerId: noor.id, userId: ada.id, name: 'Ada' },
      ]),
    )
    expect(contacts).toHaveLength(2)
    for (const { interactions } of contacts) {
      expect(interactions).toMatchObject([{ kind: 'MET', meetingId: meeting?.id, note: '' }])
    }
  })

  it('counts once, however often it is scanned by either', async () => {
    const { ada, noor } = await twoGuests()
    const first = await callerOf(db, ada).meeting.byPass({ pass: passFor(noor) })
    const again = await callerOf(db, ada).meeting.byPass({ pass: passFor(noor) })
    const back = await callerOf(db, noor).meeting.byPass({ pass: passFor(ada) })
    expect(new Set([first.meetingId, again.meetingId, back.meetingId]).size).toBe(1)
    expect(await db.interaction.count()).toBe(2)
    expect((await callerOf(db, noor).meeting.peek({ pass: passFor(ada) })).met).toBe(true)
  })

  it('keeps the name that somebody gave a contact they had already', async () => {
    const { ada, noor } = await twoGuests()
    await buildContact(db, { ownerId: ada.id, userId: noor.id, name: 'Noor from the choir' })
    await callerOf(db, ada).meeting.byPass({ pass: passFor(noor) })
    expect(await db.contact.findMany({ where: { ownerId: ada.id } })).toMatchObject([{ name: 'Noor from the choir' }])
  })

  it('takes fifty scans at once as one meeting', async () => {
    const { ada, noor } = await twoGuests()
    const calls = Array.from({ length: 50 }, (_, index) =>
      index % 2 === 0
        ? callerOf(db, ada).meeting.byPass({ pass: passFor(noor) })
        : callerOf(db, noor).meeting.byPass({ pass: passFor(ada) }),
    )
    const answers = await Promise.all(calls)
    expect(new Set(answers.map(({ meetingId }) => meetingId)).size).toBe(1)
    expect(await db.meeting.count()).toBe(1)
    expect(await db.contact.count()).toBe(2)
    expect(await db.interaction.count()).toBe(2)
  })

  it('would not without the unique pair: that constraint is what makes them one', async () => {
    const url = await anotherDatabase()
    const client = new Client({ connectionString: url })
    await client.connect()
    await client.query('DROP INDEX "meeting_eventId_userAId_userBId_key"')
    await client.end()
    const unguarded = createDatabase(url, 10)
    const { ada, noor } = await twoGuests(unguarded)
    const scans = Array.from({ length: 10 }, () =>
      meetByPass(unguarded, { viewerId: ada.id, pass: passFor(noor), now: NOW, locale: 'en' }),
    )
    await Promise.allSettled(scans)
    expect(await unguarded.meeting.count()).toBeGreaterThan(1)
    await unguarded.$disconnect()
  })
})

describe('a pass opens nothing', () => {
  it('for a visitor', async () => {
    const { noor } = await twoGuests()
    const visitor = createCaller(buildContext(db, null))
    await expect(visitor.meeting.peek({ pass: passFor(noor) })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(visitor.meeting.byPass({ pass: passFor(noor) })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })

  it('with the same words whether nobody has it, it was revoked, they are not here, or one is blocked', async () => {
    const { event, ada, noor } = await twoGuests()
    const revoked = await buildGuest(db, event.id, { user: { passVersion: 2 } })
    const elsewhere = await buildUser(db)
    await buildCheckIn(db, { userId: elsewhere.id })
    const blocked = await buildGuest(db, event.id)
    const blocker = await buildGuest(db, event.id)
    const stranger = await buildUser(db, { name: 'Stranger' })
    await buildBlock(db, { blockerId: ada.id, blockedId: blocked.id })
    await buildBlock(db, { blockerId: blocker.id, blockedId: ada.id })
    const unknown = await refusal(callerOf(db, ada).meeting.peek({ pass: 'nobodyhasthispass' }))
    const answers = await Promise.all([
      refusal(callerOf(db, ada).meeting.peek({ pass: passFor(revoked, 1) })),
      refusal(callerOf(db, ada).meeting.peek({ pass: passFor(elsewhere) })),
      refusal(callerOf(db, ada).meeting.peek({ pass: passFor(blocked) })),
      refusal(callerOf(db, ada).meeting.peek({ pass: passFor(blocker) })),
      refusal(callerOf(db, ada).meeting.byPass({ pass: passFor(blocker) })),
      // Not checked in anywhere: not even the name.
      refusal(callerOf(db, stranger).meeting.peek({ pass: passFor(noor) })),
      refusal(callerOf(db, stranger).meeting.byPass({ pass: passFor(noor) })),
    ])
    expect(unknown).toContain('nobody who is checked in')
    expect(answers).toEqual(answers.map(() => unknown))
    expect(await db.meeting.count()).toBe(0)
  })

  it('to its owner', async () => {
    const { ada } = await twoGuests()
    await expect(callerOf(db, ada).meeting.byPass({ pass: passFor(ada) })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it.each([
    ['13 hours after the end', { startsAt: minutesFromNow(-16 * 60), endsAt: minutesFromNow(-13 * 60) }, false],
    ['11 hours after the end', { startsAt: minutesFromNow(-14 * 60), endsAt: minutesFromNow(-11 * 60) }, true],
    ['before the door opens', { startsAt: minutesFromNow(121), endsAt: minutesFromNow(300) }, false],
    ['at a cancelled event', { status: 'CANCELLED' as const }, false],
  ])('%s', async (_when, times, meets) => {
    const event = await buildEvent(db, times)
    const ada = await buildGuest(db, event.id)
    const noor = await buildGuest(db, event.id)
    await refusal(callerOf(db, ada).meeting.byPass({ pass: passFor(noor) }))
    expect(await db.meeting.count()).toBe(meets ? 1 : 0)
  })

  it('after thirty passes in ten minutes, not even a good one', async () => {
    const { ada, noor } = await twoGuests()
    const caller = callerOf(db, ada)
    for (let guess = 0; guess < 30; guess += 1) await refusal(caller.meeting.peek({ pass: hashToken(String(guess)) }))
    await expect(caller.meeting.peek({ pass: passFor(noor) })).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    // The limit is the guesser's own.
    expect((await callerOf(db, noor).meeting.peek({ pass: passFor(ada) })).name).toBe('Ada')
  })
})

describe('two evenings on one day', () => {
  it('count for the later one that both are at', async () => {
    const { event: late, ada, noor } = await twoGuests()
    const early = await buildEvent(db, { startsAt: minutesFromNow(-300), endsAt: minutesFromNow(-200) })
    await buildCheckIn(db, { eventId: early.id, userId: ada.id })
    await buildCheckIn(db, { eventId: early.id, userId: noor.id })
    const onlyAda = await buildEvent(db, { startsAt: minutesFromNow(-10), endsAt: minutesFromNow(100) })
    await buildCheckIn(db, { eventId: onlyAda.id, userId: ada.id })
    const met = await callerOf(db, ada).meeting.byPass({ pass: passFor(noor) })
    expect(met.eventId).toBe(late.id)
  })
})
