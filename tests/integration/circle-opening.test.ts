import { describe, expect, it } from 'vitest'
import { buildCircle, buildGuests } from '../factories/circle'
import { buildEvent, buildMembership } from '../factories/community'
import { buildBlock, buildGuest, buildMeeting, buildSuggestion } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'
import { callerOf } from './room-callers'

const db = testDb()

/** An evening with a host and so many people who chose beekeeping. It is 18:30 there and lasts until 20:00. */
async function evening(beekeepers: number) {
  const event = await buildEvent(db)
  const host = await buildUser(db, { name: 'Hugo' })
  await buildMembership(db, { communityId: event.communityId, userId: host.id, role: 'HOST' })
  const people = await buildGuests(db, event.id, beekeepers, ['beekeeping'])
  const eventId = event.id
  const open = { eventId, topic: 'beekeeping', time: '19:00', place: 'the table by the window' }
  return { event, eventId, host, people, open, asHost: callerOf(db, host) }
}
const invitedTo = async (circleId: string) =>
  (await db.circleInvitation.findMany({ where: { circleId } })).map(({ userId }) => userId)

describe('circle.plan', () => {
  it('proposes topics as numbers, and a time at a quarter of an hour', async () => {
    const { eventId, asHost, people } = await evening(5)
    const plan = await asHost.circle.plan({ eventId })
    expect(plan).toMatchObject({ open: true, usualTime: '18:45', circles: [] })
    expect(plan.proposals).toEqual([
      { slug: 'beekeeping', label: 'beekeeping', seats: 5, invited: 5, choosers: 5, newcomers: 5 },
    ])
    for (const { id } of people) expect(JSON.stringify(plan)).not.toContain(id)
  })

  it('counts nobody who is hidden, elsewhere or seated at that time', async () => {
    const { eventId, asHost, people } = await evening(4)
    await buildGuest(db, eventId, { interests: ['beekeeping'], profile: { visible: false } })
    const stranger = await buildGuest(db, (await buildEvent(db)).id, { interests: ['beekeeping'] })
    expect((await asHost.circle.plan({ eventId })).proposals).toMatchObject([{ choosers: 4 }])
    await buildCircle(db, { eventId, joined: people.slice(0, 1), invited: [stranger] })
    expect((await asHost.circle.plan({ eventId })).proposals).toEqual([])
  })

  it('shows how many joined and were asked, and the names of the first to those who see them among the arrivals', async () => {
    const { event, eventId, asHost, people } = await evening(4)
    const organizer = await buildUser(db)
    await buildMembership(db, { communityId: event.communityId, userId: organizer.id, role: 'ORGANIZER' })
    const [first, second] = people
    const { circleId } = await asHost.circle.open({ eventId, topic: 'beekeeping', time: '19:00', place: '' })
    if (first) await callerOf(db, first).circle.join({ eventId, circleId })
    if (second) await callerOf(db, second).circle.decline({ eventId, circleId })
    const { circles } = await callerOf(db, organizer).circle.plan({ eventId })
    expect(circles).toMatchObject([{ topic: 'beekeeping', time: '19:00', invited: 4, joined: 1, names: ['Guest 1'], begun: false }])
    expect((await asHost.circle.plan({ eventId })).circles).toMatchObject([{ joined: 1, names: [] }])
    for (const name of ['Guest 2', 'Guest 3', 'Guest 4']) expect(JSON.stringify(circles)).not.toContain(name)
  })

  it('names and counts nobody at a circle who is hidden or gone, and is the same for an organizer whom somebody there blocked', async () => {
    const { event, eventId, people } = await evening(6)
    const [organizer, other] = [await buildUser(db), await buildUser(db)]
    for (const { id: userId } of [organizer, other]) {
      await buildMembership(db, { communityId: event.communityId, userId, role: 'ORGANIZER' })
    }
    const [first, second, third, fourth] = people
    if (!first || !second || !third || !fourth) throw new Error('no guests')
    await buildCircle(db, { eventId, joined: [first, second, third], invited: people.slice(3) })
    await db.profile.updateMany({ where: { userId: { in: [first.id, fourth.id] } }, data: { visible: false } })
    await callerOf(db, second, { now: minutesFromNow(40) }).room.headHome({ eventId })
    await buildBlock(db, { blockerId: third.id, blockedId: organizer.id })
    const plan = await callerOf(db, organizer).circle.plan({ eventId })
    expect(plan.circles).toMatchObject([{ invited: 3, joined: 1, names: ['Guest 3'] }])
    expect(await callerOf(db, other).circle.plan({ eventId })).toEqual(plan)
    const arrivals = await callerOf(db, organizer).event.get({ eventId })
    expect(arrivals.people.map(({ name }) => name)).toContain('Guest 3')
  })

  it('proposes nothing before the door opens and after the end', async () => {
    const { event, host } = await evening(4)
    for (const now of [new Date(event.startsAt.getTime() - 7_200_001), new Date(event.endsAt.getTime() + 1)]) {
      const plan = await callerOf(db, host, { now }).circle.plan({ eventId: event.id })
      expect(plan).toMatchObject({ open: false, proposals: [] })
    }
  })
})

describe('circle.open', () => {
  it('invites those whom the engine proposes, at a time on the evening’s clock', async () => {
    const { asHost, open, people, host } = await evening(5)
    const { circleId } = await asHost.circle.open(open)
    expect(await db.circle.findMany()).toMatchObject([
      { id: circleId, startsAt: minutesFromNow(30), place: 'the table by the window', seats: 5, openedById: host.id },
    ])
    expect((await invitedTo(circleId)).sort()).toEqual(people.map(({ id }) => id).sort())
  })

  it('never invites two of whom one blocked the other', async () => {
    const { asHost, open, people } = await evening(5)
    const [a, b] = people
    await buildBlock(db, { blockerId: a?.id ?? '', blockedId: b?.id ?? '' })
    const invited = await invitedTo((await asHost.circle.open(open)).circleId)
    expect(invited).toHaveLength(4)
    expect([a, b].filter((one) => invited.includes(one?.id ?? ''))).toHaveLength(1)
  })

  it('does not bring those together of whom one said ‘not tonight’', async () => {
    const { eventId, asHost, open, people } = await evening(4)
    const [a, b] = people
    await buildSuggestion(db, { eventId, userId: a?.id ?? '', otherId: b?.id ?? '', shownAt: NOW, notTonightAt: NOW })
    await expect(asHost.circle.open(open)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('counts a second tap once, also at the same moment', async () => {
    const { asHost, open } = await evening(4)
    const answers = await Promise.all(Array.from({ length: 8 }, () => asHost.circle.open(open)))
    expect(new Set(answers.map(({ circleId }) => circleId)).size).toBe(1)
    expect(await db.circleInvitation.count()).toBe(4)
  })

  it('has one circle for a topic, until it is called off', async () => {
    const { asHost, open, eventId } = await evening(4)
    const { circleId } = await asHost.circle.open(open)
    await expect(asHost.circle.open({ ...open, time: '19:15' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await asHost.circle.callOff({ eventId, circleId })
    await asHost.circle.open({ ...open, time: '19:15' })
    expect(await db.circle.count()).toBe(2)
  })

  it('is refused when people have met meanwhile, and says so', async () => {
    const { asHost, open, people } = await evening(4)
    await buildMeeting(db, { between: [people[0]?.id ?? '', people[1]?.id ?? ''] })
    await expect(asHost.circle.open(open)).rejects.toMatchObject({ code: 'CONFLICT', message: /enough people/ })
    await expect(asHost.circle.open({ ...open, topic: 'no-such-thing' })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await db.circle.count()).toBe(0)
  })

  it.each(['20:00', '18:29', 'seven', ''])('takes no time such as %j: past, or not before the end', async (time) => {
    const { asHost, open } = await evening(4)
    await expect(asHost.circle.open({ ...open, time })).rejects.toMatchObject({ code: 'BAD_REQUEST', message: /Choose a time/ })
  })

  it('takes a place of one line and not of a page', async () => {
    const { asHost, open } = await evening(4)
    await expect(asHost.circle.open({ ...open, place: 'x'.repeat(121) })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await asHost.circle.open({ ...open, place: `  ${'x'.repeat(120)} ` })
    expect(await db.circle.findFirstOrThrow()).toMatchObject({ place: 'x'.repeat(120) })
  })

  it('needs an evening that is on', async () => {
    const { event, host, open } = await evening(4)
    const late = callerOf(db, host, { now: new Date(event.endsAt.getTime() + 1) })
    await expect(late.circle.open({ ...open, time: '20:15' })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    await db.event.update({ where: { id: event.id }, data: { status: 'CANCELLED' } })
    await expect(callerOf(db, host).circle.open(open)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
  })
})

describe('circle.callOff', () => {
  it('tells whoever has a seat, and takes the invitations of the others away', async () => {
    const { eventId, asHost } = await evening(0)
    const [seated, asked] = await buildGuests(db, eventId, 2)
    if (!seated || !asked) throw new Error('no guests')
    const circle = await buildCircle(db, { eventId, joined: [seated], invited: [asked] })
    await asHost.circle.callOff({ eventId, circleId: circle.id })
    await asHost.circle.callOff({ eventId, circleId: circle.id })
    expect(await callerOf(db, seated).circle.mine({ eventId })).toMatchObject([{ calledOff: true, answer: 'JOINED' }])
    expect(await callerOf(db, asked).circle.mine({ eventId })).toEqual([])
    await expect(callerOf(db, asked).circle.join({ eventId, circleId: circle.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await asHost.circle.plan({ eventId })).circles).toEqual([])
  })

  it('is too late once it has begun, and is nothing for another event’s host', async () => {
    const { eventId, asHost } = await evening(0)
    const begun = await buildCircle(db, { eventId, startsAt: NOW })
    await expect(asHost.circle.callOff({ eventId, circleId: begun.id })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    const elsewhere = await buildCircle(db)
    await expect(asHost.circle.callOff({ eventId, circleId: elsewhere.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await db.circle.count({ where: { calledOffAt: null } })).toBe(2)
  })
})
