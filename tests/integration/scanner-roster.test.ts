import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { slipHashOf } from '@/server/lib/slip'
import { passHashOf } from '@/server/lib/pass'
import { hashToken } from '@/server/lib/tokens'
import { buildEvent, buildMembership } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildRsvp } from '../factories/door'
import { buildCheckIn } from '../factories/evening'
import { minutesFromNow, NOW, SECRET } from '../factories/moment'
import { buildDoorGuest, buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'
import { buildHost, scanOf, walkIn } from './scanner-callers'

const db = testDb()
const DAY = 24 * 60

/** An event this evening, and a past one of the same community. */
async function evening({ daysAgo = 7 } = {}) {
  const event = await buildEvent(db)
  const { communityId } = event
  const past = await buildEvent(db, {
    communityId,
    startsAt: minutesFromNow(-daysAgo * DAY),
    endsAt: minutesFromNow(-daysAgo * DAY + 120),
  })
  const { at, ...host } = await buildHost(db, event.id)
  return { event, past, at, caller: at(NOW), ...host }
}

describe('the roster', () => {
  it('names who comes, who is in and who was there lately, by hashes', async () => {
    const { event, past, caller } = await evening()
    const regular = await buildUser(db, { name: 'Rita Regular' })
    await buildCheckIn(db, { eventId: past.id, userId: regular.id })
    const going = await buildRsvp(db, { eventId: event.id, code: 'abcd2345', plusOnes: 2 })
    const waiting = await buildRsvp(db, { eventId: event.id, state: 'WAITLISTED', plusOnes: 1 })
    await buildRsvp(db, { eventId: event.id, state: 'CANCELLED' })
    const inside = await buildCheckIn(db, { eventId: event.id, badgeName: 'Ina Inside', at: minutesFromNow(-5) })
    const roster = await caller.scanner.roster({ eventId: event.id })
    expect(roster).toMatchObject({ eventId: event.id, rsvpRequired: false, endsAt: event.endsAt.toISOString() })
    const of = (id: string) => roster.people.find(({ personId }) => personId === id)
    expect(roster.people).toHaveLength(4)
    expect(of(regular.id)).toEqual({
      personId: regular.id,
      name: 'Rita Regular',
      passHash: passHashOf(SECRET, regular.id, 1),
      formerPassHashes: [],
      slipHash: null,
      ticketHash: null,
      codeHash: null,
      visitNumber: 2,
      rsvp: null,
      plusOnes: 0,
      inSince: null,
    })
    expect(of(going.userId)).toMatchObject({
      ticketHash: going.ticketHash,
      codeHash: hashToken(`${event.id}:abcd2345`),
      rsvp: 'GOING',
      plusOnes: 2,
      visitNumber: 1,
    })
    expect(of(waiting.userId)).toMatchObject({ rsvp: 'WAITLISTED', plusOnes: 0 })
    expect(of(inside.userId)).toMatchObject({ name: 'Ina Inside', inSince: minutesFromNow(-5).toISOString(), visitNumber: 1 })
  })

  it('holds the slip of whom a host wrote down', async () => {
    const { event, caller, sendOne } = await evening()
    await sendOne(scanOf(walkIn('Noor')))
    const [noor] = (await caller.scanner.roster({ eventId: event.id })).people
    expect(noor?.slipHash).toBe(slipHashOf(SECRET, noor?.personId ?? ''))
  })

  it('counts members whom it leaves out: they were not there in half a year', async () => {
    const { event, past, caller } = await evening({ daysAgo: 181 })
    await buildCheckIn(db, { eventId: past.id })
    await buildMembership(db, { communityId: event.communityId })
    await buildCheckIn(db)
    const roster = await caller.scanner.roster({ eventId: event.id })
    expect(roster.people).toEqual([])
    expect(roster.leftOut).toBe(2)
  })

  it('holds no address and nobody’s secret', async () => {
    const { event, caller, sendOne } = await evening()
    await sendOne(scanOf(walkIn('Noor', 'noor@example.org')))
    const guest = await buildDoorGuest(db, { timeZone: 'Europe/Berlin' })
    await buildCheckIn(db, { eventId: event.id, userId: guest.id })
    await buildRsvp(db, { eventId: event.id, code: 'abcd2345' })
    const said = JSON.stringify(await caller.scanner.roster({ eventId: event.id }))
    expect(said).not.toContain('@')
    expect(said).not.toContain('abcd2345')
    const [person] = (await caller.scanner.roster({ eventId: event.id })).people
    expect(Object.keys(person ?? {}).sort()).toEqual(
      ['codeHash', 'formerPassHashes', 'inSince', 'name', 'passHash', 'personId', 'plusOnes', 'rsvp', 'slipHash', 'ticketHash', 'visitNumber'],
    )
  })

  it('is given out until what was scanned can be sent no more, and then gone', async () => {
    const { event } = await evening()
    const owner = await buildUser(db)
    await buildMembership(db, { communityId: event.communityId, userId: owner.id, role: 'OWNER' })
    const ask = (minutes: number) =>
      createCaller(buildContext(db, viewerOf(owner), { now: minutesFromNow(minutes) })).scanner.roster({ eventId: event.id })
    await expect(ask(90 + 720)).resolves.toMatchObject({ eventId: event.id })
    await expect(ask(90 + 721)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
  })

  it('of fifty thousand people holds five thousand, the expected first and then the latest', async () => {
    const { event, past, caller } = await evening()
    const before = await buildEvent(db, {
      communityId: event.communityId,
      startsAt: minutesFromNow(-14 * DAY),
      endsAt: minutesFromNow(-14 * DAY + 60),
    })
    await fill(event.communityId, [before.id, past.id])
    const going = await buildRsvp(db, { eventId: event.id })
    const roster = await caller.scanner.roster({ eventId: event.id })
    expect(roster.people).toHaveLength(5_000)
    expect(roster.leftOut).toBe(45_001)
    expect(roster.people[0]?.personId).toBe(going.userId)
    // Those who were there last week come before those who were there only the week before.
    expect(roster.people.slice(1).every(({ visitNumber }) => visitNumber === 3)).toBe(true)
  })
})

/** Fifty thousand members who were at the first event; every tenth was also at the second. */
async function fill(communityId: string, [first = '', second = '']: readonly string[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "user" (id, name, "passHash", locale, "createdAt")
    SELECT 'usr_' || n, 'Person ' || n, encode(sha256(n::text::bytea), 'hex'), 'en', ${NOW} FROM generate_series(1, 50000) n`
  await db.$executeRaw`
    INSERT INTO membership ("communityId", "userId", role, "joinedAt")
    SELECT ${communityId}, 'usr_' || n, 'MEMBER', ${NOW} FROM generate_series(1, 50000) n`
  await db.$executeRaw`
    INSERT INTO check_in (id, "eventId", "userId", "communityId", at, "visitNumber", nonce)
    SELECT 'chk_a' || n, ${first}, 'usr_' || n, ${communityId}, ${NOW}, 1, 'a' || n FROM generate_series(1, 50000) n`
  await db.$executeRaw`
    INSERT INTO check_in (id, "eventId", "userId", "communityId", at, "visitNumber", nonce)
    SELECT 'chk_b' || n, ${second}, 'usr_' || n, ${communityId}, ${NOW}, 2, 'b' || n FROM generate_series(10, 50000, 10) n`
}
