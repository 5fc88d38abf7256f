import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { slipHashOf, slipOf } from '@/server/lib/slip'
import { passOf } from '@/server/lib/pass'
import { hashToken, newId, randomText } from '@/server/lib/tokens'
import { buildEvent, buildMembership } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildDoorGrant, buildRsvp } from '../factories/door'
import { buildCheckIn, buildMeeting } from '../factories/evening'
import { minutesFromNow, NOW, SECRET } from '../factories/moment'
import { buildSession, buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'
import { buildHost, passCode, scanOf } from './scanner-callers'

const db = testDb()
const visitor = (now = NOW) => createCaller(buildContext(db, null, { now }))
const page = () => ({ nonce: randomText(24) })

/** Somebody whom a host wrote down at an evening that goes on. */
async function walkIn(email?: string) {
  const event = await buildEvent(db)
  const id = newId('user')
  const slipHash = slipHashOf(SECRET, id)
  const guest = await buildUser(db, { id, name: 'Maria', email: null, emailVerified: null, doorEmail: email ?? null, slipHash })
  await buildCheckIn(db, { eventId: event.id, userId: id, method: 'WALK_IN' })
  return { event, guest, slip: slipOf(SECRET, id) }
}

async function owner() {
  const user = await buildUser(db, { name: 'Maria M.' })
  return { user, caller: createCaller(buildContext(db, viewerOf(user))) }
}

describe('a slip', () => {
  it('says whose evening it is, to anybody, and changes nothing', async () => {
    const { event, guest, slip } = await walkIn()
    expect(await visitor().slip.open({ token: slip })).toEqual({
      name: 'Maria',
      visits: [{ at: NOW, eventName: event.name, timeZone: event.timeZone }],
      eveningId: event.id,
      self: false,
      usable: true,
      keepBy: 'SLIP',
      own: null,
    })
    expect(await db.user.findUniqueOrThrow({ where: { id: guest.id } })).toEqual(guest)
    expect(await db.session.count()).toBe(0)
  })

  it('that nobody has, or that belongs to somebody with an address of their own, opens nothing', async () => {
    await expect(visitor().slip.open({ token: randomText(26) })).rejects.toThrow('used already, or it is not one of ours')
    const id = newId('user')
    await buildUser(db, { id, slipHash: slipHashOf(SECRET, id) })
    await expect(visitor().slip.open({ token: slipOf(SECRET, id) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect((await owner()).caller.claim.keep({ slip: slipOf(SECRET, id) })).rejects.toThrow('settled already')
  })

  it('is not opened without end from one address', async () => {
    const { slip } = await walkIn()
    for (let tried = 0; tried < 600; tried += 100) {
      await Promise.all(Array.from({ length: 100 }, () => visitor().slip.open({ token: slip })))
    }
    await expect(visitor().slip.open({ token: slip })).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    const elsewhere = createCaller(buildContext(db, null, { ip: '192.0.2.7' }))
    expect(await elsewhere.slip.open({ token: slip })).toMatchObject({ name: 'Maria' })
  })
})

describe('keeping an evening by its slip', () => {
  it('makes everything of the guest the viewer’s, once', async () => {
    const { event, guest, slip } = await walkIn()
    const other = await buildUser(db)
    await buildMeeting(db, { eventId: event.id, between: [guest.id, other.id] })
    const rsvp = await buildRsvp(db, { userId: guest.id })
    const letIn = await buildCheckIn(db, { eventId: event.id, byId: guest.id })
    const { user, caller } = await owner()

    await caller.claim.keep({ slip })

    expect(await db.user.findUnique({ where: { id: guest.id } })).toBeNull()
    expect(await db.checkIn.findMany({ where: { userId: user.id } })).toMatchObject([{ eventId: event.id, method: 'WALK_IN' }])
    expect(await db.meeting.count({ where: { OR: [{ userAId: user.id }, { userBId: user.id }] } })).toBe(1)
    expect(await db.rsvp.findUnique({ where: { id: rsvp.id } })).toMatchObject({ userId: user.id })
    expect(await db.checkIn.findUnique({ where: { id: letIn.id } })).toMatchObject({ byId: user.id })
    await expect(caller.claim.keep({ slip })).rejects.toThrow('settled already')
    await expect(visitor().slip.open({ token: slip })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('needs a proved address, and never discards', async () => {
    const { guest, slip } = await walkIn()
    await expect(visitor().claim.keep({ slip })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    const doorGuest = createCaller(buildContext(db, viewerOf(guest)))
    await expect(doorGuest.claim.keep({ slip })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { caller } = await owner()
    await expect(caller.claim.discard({ guestId: guest.id })).rejects.toThrow('settled already')
    await expect(caller.claim.keep({ guestId: guest.id })).rejects.toThrow('settled already')
    expect(await db.user.count({ where: { id: guest.id } })).toBe(1)
  })

  it('is refused once it has signed a phone in, also after signing out there', async () => {
    const { guest, slip } = await walkIn()
    await visitor().slip.useTonight({ token: slip, ...page() })
    const finder = await owner()
    await expect(finder.caller.claim.keep({ slip })).rejects.toThrow('in use on a phone already')
    expect(await finder.caller.slip.open({ token: slip })).toMatchObject({ keepBy: 'PHONE', own: null })
    await db.session.deleteMany({ where: { userId: guest.id } })
    await expect(finder.caller.claim.keep({ slip })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(visitor().slip.useTonight({ token: slip, ...page() })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await db.user.count({ where: { id: guest.id } })).toBe(1)
  })

  it('is still possible for whoever signs in from the phone that uses it, while that session lasts', async () => {
    const used = async () => {
      const { guest, slip } = await walkIn()
      const { session } = await visitor().slip.useTonight({ token: slip, ...page() })
      const sessionHash = hashToken(session.token)
      const { own } = await createCaller(buildContext(db, viewerOf(guest, { sessionHash }))).slip.open({ token: slip })
      return { guest, slip, own: own ?? '', sessionHash }
    }
    const [first, second] = [await used(), await used()]
    const { user, caller } = await owner()
    await expect(caller.claim.keep({ slip: first.slip, own: second.own })).rejects.toMatchObject({ code: 'CONFLICT' })
    await caller.claim.keep({ slip: first.slip, own: first.own })
    expect(await db.checkIn.count({ where: { userId: user.id } })).toBe(1)
    await db.session.deleteMany({ where: { sessionToken: second.sessionHash } })
    await expect(caller.claim.keep({ slip: second.slip, own: second.own })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('is for the owner of the address alone where one was given at the door', async () => {
    const { guest, slip } = await walkIn('maria@example.org')
    const finder = await owner()
    await expect(finder.caller.claim.keep({ slip })).rejects.toThrow('settled already')
    expect(await finder.caller.slip.open({ token: slip })).toMatchObject({ keepBy: 'ADDRESS' })
    const maria = await buildUser(db, { email: 'maria@example.org' })
    await createCaller(buildContext(db, viewerOf(maria))).claim.keep({ guestId: guest.id })
    expect(await db.checkIn.count({ where: { userId: maria.id } })).toBe(1)
  })

  it('gives no door and no role to whoever holds the slip', async () => {
    const { event, guest, slip } = await walkIn()
    await buildDoorGrant(db, { eventId: event.id, userId: guest.id })
    await buildMembership(db, { communityId: event.communityId, userId: guest.id, role: 'HOST' })
    const { user, caller } = await owner()
    await caller.claim.keep({ slip })
    expect(await db.doorGrant.count()).toBe(0)
    expect(await db.membership.findMany({ where: { userId: user.id } })).toMatchObject([{ role: 'MEMBER' }])
  })

  it('leaves the badge that was printed valid: at the door, on its device and between people', async () => {
    const { event, guest, slip } = await walkIn()
    const { user, caller } = await owner()
    await caller.claim.keep({ slip })
    const { sendOne, at } = await buildHost(db, event.id)
    expect(await sendOne(scanOf(passCode(guest.id)))).toMatchObject({ outcome: 'ALREADY', person: { personId: user.id } })
    const { people } = await at(NOW).scanner.roster({ eventId: event.id })
    expect(people.find(({ personId }) => personId === user.id)?.formerPassHashes).toEqual([guest.passHash])
    const other = await buildUser(db)
    await buildCheckIn(db, { eventId: event.id, userId: other.id })
    const met = createCaller(buildContext(db, viewerOf(other))).meeting.peek({ pass: passOf(SECRET, guest.id, 1) })
    expect(await met).toMatchObject({ name: 'Maria M.' })
  })

  it('goes to one of two who hold it at once', async () => {
    const { event, slip } = await walkIn()
    const two = [await owner(), await owner()]
    const answers = await Promise.allSettled(two.map(({ caller }) => caller.claim.keep({ slip })))
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.checkIn.count({ where: { eventId: event.id } })).toBe(1)
  })
})

describe('using a slip for the evening', () => {
  it('signs the first phone in as the guest until half a day after the event, and no other', async () => {
    const { event, guest, slip } = await walkIn()
    const sent = page()
    const started = await visitor().slip.useTonight({ token: slip, ...sent })
    expect(started.eventId).toBe(event.id)
    const [session] = await db.session.findMany()
    expect(session).toMatchObject({ userId: guest.id, sessionToken: hashToken(started.session.token) })
    expect(session?.expires.getTime()).toBeLessThan(event.endsAt.getTime() + 13.1 * 3_600_000)
    // Its answer was lost, and the same page is sent again.
    expect(await visitor().slip.useTonight({ token: slip, ...sent })).toEqual(started)
    await expect(visitor().slip.useTonight({ token: slip, ...page() })).rejects.toThrow('another phone')
    expect(await visitor().slip.open({ token: slip })).toMatchObject({ usable: false })
    expect(await db.session.count()).toBe(1)
    const asGuest = createCaller(buildContext(db, viewerOf(guest)))
    expect(await asGuest.slip.open({ token: slip })).toMatchObject({ self: true, usable: false })
  })

  it('goes to one of ten phones at once', async () => {
    const { slip } = await walkIn()
    // Each from an address of its own: counting for the limit would line them up.
    const phones = Array.from({ length: 10 }, (_, at) => createCaller(buildContext(db, null, { ip: `192.0.2.${String(at)}` })))
    const answers = await Promise.allSettled(phones.map((phone) => phone.slip.useTonight({ token: slip, ...page() })))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.session.count()).toBe(1)
  })

  it('is not possible after the event, nor where a session has ended', async () => {
    const { slip, event } = await walkIn()
    const before = await walkIn()
    await buildSession(db, { userId: before.guest.id, expires: minutesFromNow(-1) })
    await expect(visitor().slip.useTonight({ token: before.slip, ...page() })).rejects.toMatchObject({ code: 'CONFLICT' })
    const late = visitor(new Date(event.endsAt.getTime() + 24 * 3_600_000))
    expect(await late.slip.open({ token: slip })).toMatchObject({ eveningId: null, usable: false })
    await expect(late.slip.useTonight({ token: slip, ...page() })).rejects.toThrow('This evening is over')
  })
})
