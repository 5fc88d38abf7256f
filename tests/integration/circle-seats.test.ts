import { describe, expect, it } from 'vitest'
import { buildCircle, buildGuests } from '../factories/circle'
import { buildEvent } from '../factories/community'
import { buildBlock, buildMeeting } from '../factories/evening'
import { minutesFromNow } from '../factories/moment'
import { testDb } from '../setup/integration'
import { callerOf } from './room-callers'

const db = testDb()

/** Ada, Noor and Kim are invited to a circle at 19:00 with two seats. */
async function table(overrides: Parameters<typeof buildCircle>[1] = {}) {
  const event = await buildEvent(db)
  const [ada, noor, kim] = await buildGuests(db, event.id, 3)
  if (!ada || !noor || !kim) throw new Error('no guests')
  const circle = await buildCircle(db, { eventId: event.id, seats: 2, invited: [ada, noor, kim], ...overrides })
  const here = { eventId: event.id, circleId: circle.id }
  const mine = async (person: typeof ada, minutes = 0) =>
    callerOf(db, person, { now: minutesFromNow(minutes) }).circle.mine({ eventId: event.id })
  const join = (person: typeof ada, minutes = 0) =>
    callerOf(db, person, { now: minutesFromNow(minutes) }).circle.join(here)
  const decline = (person: typeof ada) => callerOf(db, person).circle.decline(here)
  const version = async (person: typeof ada, minutes = 0) =>
    (await callerOf(db, person, { now: minutesFromNow(minutes) }).room.mine({ eventId: event.id })).version
  return { eventId: event.id, here, circle, ada, noor, kim, mine, join, decline, version }
}
const seatsTaken = (circleId: string) => db.circleInvitation.count({ where: { circleId, answer: 'JOINED' } })

describe('an invitation', () => {
  it('says what, when, where and who is coming, to those invited alone', async () => {
    const { eventId, ada, noor, mine, join } = await table()
    await join(noor)
    expect(await mine(ada)).toMatchObject([
      { time: '19:00', place: 'the table by the window', free: 1, answer: 'INVITED', coming: [{ personId: noor.id, name: noor.name }] },
    ])
    const [outsider] = await buildGuests(db, eventId, 1)
    if (outsider) expect(await mine(outsider)).toEqual([])
    expect(JSON.stringify(await mine(ada))).not.toContain('@')
  })

  it('says nothing of who declined or has not answered', async () => {
    const { ada, noor, kim, mine, join, decline } = await table()
    await join(noor)
    await decline(kim)
    expect(JSON.stringify(await mine(ada))).not.toContain(kim.id)
    expect(await mine(kim)).toMatchObject([{ answer: 'DECLINED' }])
  })

  it('is not for who is not invited, and not for another event', async () => {
    const { eventId, here, join } = await table()
    const [outsider] = await buildGuests(db, eventId, 1)
    if (!outsider) throw new Error('no guest')
    await expect(join(outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(callerOf(db, outsider).circle.decline(here)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const elsewhere = await table()
    await expect(callerOf(db, elsewhere.ada).circle.join({ eventId: elsewhere.eventId, circleId: here.circleId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('changes the page of those invited, and of nobody else', async () => {
    const { eventId, ada, noor, kim, join, decline, version } = await table()
    const [outsider] = await buildGuests(db, eventId, 1)
    if (!outsider) throw new Error('no guest')
    const before = { ada: await version(ada), outsider: await version(outsider) }
    await decline(kim)
    expect(await version(ada)).toBe(before.ada)
    await join(noor)
    expect(await version(ada)).not.toBe(before.ada)
    expect(await version(outsider)).toBe(before.outsider)
    const waiting = await version(noor)
    expect(await version(noor, 29)).toBe(waiting)
    expect(await version(noor, 30)).not.toBe(waiting)
    expect(await version(noor, 75)).not.toBe(await version(noor, 74))
  })
})

describe('a seat', () => {
  it('is taken once, however often it is tapped', async () => {
    const { ada, noor, join, circle } = await table()
    await Promise.all([...Array.from({ length: 6 }, () => join(ada)), join(noor)])
    expect(await seatsTaken(circle.id)).toBe(2)
  })

  it('is not there any more when all are taken, and is again when one is given up', async () => {
    const { ada, noor, kim, join, decline, mine } = await table()
    await join(ada)
    await join(noor)
    await expect(join(kim)).rejects.toMatchObject({ code: 'CONFLICT', message: /All seats are taken/ })
    expect(await mine(kim)).toMatchObject([{ free: 0, answer: 'INVITED' }])
    await decline(ada)
    await join(kim)
    expect(await mine(ada)).toMatchObject([{ free: 0, answer: 'DECLINED' }])
    await expect(join(ada)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('is one seat when ten want the last one at the same moment', async () => {
    const { eventId, ada } = await table()
    const people = await buildGuests(db, eventId, 10)
    const circle = await buildCircle(db, { eventId, seats: 3, joined: [ada, ...(await buildGuests(db, eventId, 1))], invited: people })
    const answers = await Promise.allSettled(
      people.map((person) => callerOf(db, person).circle.join({ eventId, circleId: circle.id })),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await seatsTaken(circle.id)).toBe(3)
  })

  it('is one at a time: not at two circles that go on together', async () => {
    const { eventId, ada, join, decline } = await table()
    const later = await buildCircle(db, { eventId, startsAt: minutesFromNow(74), invited: [ada] })
    const next = await buildCircle(db, { eventId, startsAt: minutesFromNow(75), invited: [ada] })
    const joinOther = ({ id: circleId }: { id: string }) => callerOf(db, ada).circle.join({ eventId, circleId })
    await join(ada)
    await expect(joinOther(later)).rejects.toMatchObject({ code: 'CONFLICT', message: /another circle/ })
    await joinOther(next)
    await decline(ada)
    await expect(joinOther(later)).rejects.toMatchObject({ code: 'CONFLICT' })
    await callerOf(db, ada).circle.decline({ eventId, circleId: next.id })
    await joinOther(later)
  })

  it('is one of two that are tapped at the same moment', async () => {
    const { eventId, here, ada } = await table()
    const second = await buildCircle(db, { eventId, invited: [ada] })
    const answers = await Promise.allSettled(
      [here.circleId, second.id].map((circleId) => callerOf(db, ada).circle.join({ eventId, circleId })),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('can be taken until the circle or the evening is over, and not later', async () => {
    const { ada, noor, join, mine } = await table()
    await join(ada, 74)
    await expect(join(noor, 75)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    expect(await mine(noor, 74)).toHaveLength(1)
    expect(await mine(noor, 75)).toEqual([])
    const late = await table({ startsAt: minutesFromNow(80) })
    await expect(late.join(late.ada, 91)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    expect(await late.mine(late.ada, 91)).toEqual([])
  })
})

describe('somebody who is hidden', () => {
  it('is invited to nothing and named to nobody, and keeps a seat that they have', async () => {
    const { ada, noor, kim, mine, join } = await table()
    await join(ada)
    await db.profile.updateMany({ where: { userId: { in: [ada.id, kim.id] } }, data: { visible: false } })
    expect(await mine(kim)).toEqual([])
    await expect(join(kim)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await mine(noor)).toMatchObject([{ free: 1, coming: [] }])
    expect(await mine(ada)).toMatchObject([{ answer: 'JOINED' }])
  })
})

describe('somebody who heads home', () => {
  const asks = (person: Parameters<typeof callerOf>[1], minutes: number) =>
    callerOf(db, person, { now: minutesFromNow(minutes) }).room
  /** Two sit at the table of two, and one of them heads home. */
  async function afterLeaving(minutes: number) {
    const one = await table()
    await one.join(one.ada)
    await one.join(one.noor)
    await asks(one.noor, minutes).headHome({ eventId: one.eventId })
    return one
  }

  it('frees their seat, and was not there', async () => {
    const { eventId, ada, noor, kim, mine, join, version } = await table()
    await join(ada)
    await join(noor)
    const before = await version(kim)
    await asks(noor, 20).headHome({ eventId })
    expect(await version(kim)).not.toBe(before)
    await join(kim, 21)
    expect(await mine(noor, 21)).toEqual([])
    expect(await mine(ada, 31)).toMatchObject([{ coming: [{ personId: kim.id }] }])
  })

  it('and comes back is invited again, and has a seat if they take one that is free', async () => {
    const { eventId, circle, ada, noor, kim, mine, join, decline } = await afterLeaving(1)
    await join(kim, 2)
    await asks(noor, 3).stayOn({ eventId })
    expect(await seatsTaken(circle.id)).toBe(2)
    expect(await mine(noor, 4)).toMatchObject([{ answer: 'INVITED', free: 0 }])
    expect(await mine(ada, 4)).toMatchObject([{ coming: [{ personId: kim.id }] }])
    await expect(join(noor, 4)).rejects.toMatchObject({ code: 'CONFLICT', message: /All seats are taken/ })
    await decline(kim)
    await join(noor, 5)
    expect(await mine(ada, 6)).toMatchObject([{ coming: [{ personId: noor.id }] }])
  })

  it.each([1, 40])('at minute %i never comes back to a table at which somebody sits who blocked them', async (minute) => {
    const { eventId, circle, ada, noor, kim, mine, join } = await afterLeaving(minute)
    await buildBlock(db, { blockerId: kim.id, blockedId: noor.id })
    await Promise.allSettled([join(kim, minute + 1)])
    await asks(noor, minute + 2).stayOn({ eventId })
    await Promise.allSettled([join(noor, minute + 3)])
    const seated = await db.circleInvitation.findMany({ where: { circleId: circle.id, answer: 'JOINED' } })
    expect(seated.filter(({ userId }) => userId === noor.id || userId === kim.id)).toHaveLength(1)
    expect(seated).toHaveLength(2)
    expect((await mine(ada, minute + 4))[0]?.coming).toHaveLength(1)
  })

  it('was there when they go after it began: nobody else takes their seat, and it is theirs when they come back', async () => {
    const { eventId, ada, noor, kim, mine, join } = await afterLeaving(50)
    expect(await mine(ada, 60)).toMatchObject([{ free: 0, coming: [{ personId: noor.id }] }])
    expect(await mine(noor, 60)).toMatchObject([{ coming: [{ personId: ada.id }] }])
    await expect(join(kim, 60)).rejects.toMatchObject({ code: 'CONFLICT' })
    await asks(noor, 61).stayOn({ eventId })
    expect(await mine(ada, 62)).toMatchObject([{ coming: [{ personId: noor.id }] }])
  })

  it('and takes a seat at the same moment has none', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { eventId, circle, ada, join } = await table()
      await Promise.allSettled([join(ada), asks(ada, 1).headHome({ eventId })])
      expect(await seatsTaken(circle.id)).toBe(0)
    }
  })

  it('is invited to nothing more', async () => {
    const { eventId, ada, mine, join } = await table()
    await asks(ada, 1).headHome({ eventId })
    expect(await mine(ada, 2)).toEqual([])
    await expect(join(ada, 2)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a block after the invitation', () => {
  it('takes the invitation from whichever has no seat, and is undone by the seat given up', async () => {
    const { ada, noor, kim, mine, join, decline } = await table()
    await join(noor)
    await buildBlock(db, { blockerId: ada.id, blockedId: noor.id })
    expect(await mine(ada)).toEqual([])
    await expect(join(ada)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await mine(noor)).toMatchObject([{ answer: 'JOINED' }])
    expect(await mine(kim)).toMatchObject([{ coming: [{ personId: noor.id }] }])
    await decline(noor)
    expect(await mine(ada)).toMatchObject([{ answer: 'INVITED', coming: [] }])
  })

  it('of two who have seats takes that of the one who blocks; the other’s page says only that a seat is free', async () => {
    const { eventId, ada, noor, mine, join } = await table({ startsAt: minutesFromNow(0) })
    await join(ada)
    await join(noor)
    await callerOf(db, noor).person.block({ eventId, personId: ada.id })
    expect(await mine(noor)).toEqual([])
    expect(await mine(ada)).toMatchObject([{ answer: 'JOINED', free: 1, coming: [] }])
  })

  it('and a seat taken at the same moment never leave both at the table', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { eventId, ada, noor, join, circle } = await table()
      await join(noor)
      await buildMeeting(db, { eventId, between: [ada.id, noor.id] })
      await Promise.allSettled([join(ada), callerOf(db, ada).person.block({ eventId, personId: noor.id })])
      expect(await db.circleInvitation.findMany({ where: { circleId: circle.id, answer: 'JOINED' } })).toMatchObject([
        { userId: noor.id },
      ])
    }
  })
})

describe('who sat with you', () => {
  it('is a meeting when both say so, as anywhere else, and no sooner', async () => {
    const { eventId, ada, noor, join, mine } = await table()
    await join(ada)
    await join(noor)
    const at = (person: typeof ada) => callerOf(db, person, { now: minutesFromNow(31) })
    await expect(callerOf(db, ada).meeting.propose({ eventId, personId: noor.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await mine(ada, 31)).toMatchObject([{ begun: true, coming: [{ personId: noor.id, metState: 'NOT_YET' }] }])
    const { meetingId } = await at(ada).meeting.propose({ eventId, personId: noor.id })
    expect(await mine(ada, 31)).toMatchObject([{ coming: [{ metState: 'PROPOSED_BY_ME', meetingId }] }])
    expect(await db.meeting.findMany()).toMatchObject([{ state: 'PROPOSED' }])
    await at(noor).meeting.propose({ eventId, personId: ada.id })
    expect(await db.meeting.findMany()).toMatchObject([{ id: meetingId, state: 'CONFIRMED' }])
    expect(await mine(ada, 31)).toMatchObject([{ coming: [{ metState: 'MET' }] }])
  })

  it('can still be said after the end of the evening, and is not asked once all have met', async () => {
    const { eventId, ada, noor, join, mine } = await table()
    await join(ada)
    await join(noor)
    expect(await mine(ada, 100)).toMatchObject([{ ended: true, coming: [{ personId: noor.id }] }])
    expect(await mine(ada, 90 + 12 * 60 + 1)).toEqual([])
    await buildMeeting(db, { eventId, between: [ada.id, noor.id] })
    expect(await mine(ada, 100)).toEqual([])
  })

  it('names nobody who was invited and did not join', async () => {
    const { eventId, ada, kim, join } = await table()
    await join(ada)
    const later = callerOf(db, ada, { now: minutesFromNow(31) })
    await expect(later.meeting.propose({ eventId, personId: kim.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
