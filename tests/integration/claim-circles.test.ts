import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { buildCircle, buildGuests } from '../factories/circle'
import { buildContext } from '../factories/context'
import { buildEvent } from '../factories/community'
import { buildBlock, buildCheckIn } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildDoorGuest, buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()
const EMAIL = 'owner@example.org'

/** A guest who typed the owner's address, the owner, and somebody else: all of them are there. */
async function evening() {
  const event = await buildEvent(db)
  const owner = await buildUser(db, { email: EMAIL })
  const guest = await buildDoorGuest(db, { doorEmail: EMAIL })
  for (const { id: userId } of [owner, guest]) await buildCheckIn(db, { eventId: event.id, userId })
  const [other] = await buildGuests(db, event.id, 1)
  if (!other) throw new Error('no guest')
  const keep = () => createCaller(buildContext(db, viewerOf(owner))).claim.keep({ guestId: guest.id })
  const answerTo = async ({ id: circleId }: { id: string }) =>
    (await db.circleInvitation.findUnique({ where: { circleId_userId: { circleId, userId: owner.id } } }))?.answer
  return { eventId: event.id, owner, guest, other, keep, answerTo }
}

describe('a seat of the guest', () => {
  it('is the owner’s, also where the owner is only invited', async () => {
    const { eventId, owner, guest, keep, answerTo } = await evening()
    const alone = await buildCircle(db, { eventId, joined: [guest] })
    const both = await buildCircle(db, { eventId, startsAt: minutesFromNow(75), joined: [guest], invited: [owner] })
    await keep()
    expect(await answerTo(alone)).toBe('JOINED')
    expect(await answerTo(both)).toBe('JOINED')
    expect(await db.circleInvitation.count()).toBe(2)
  })

  it('does not undo what the owner answered', async () => {
    const { eventId, owner, guest, keep, answerTo } = await evening()
    const circle = await buildCircle(db, { eventId, joined: [guest], invited: [owner] })
    await db.circleInvitation.updateMany({ where: { userId: owner.id }, data: { answer: 'DECLINED', answeredAt: NOW } })
    await keep()
    expect(await answerTo(circle)).toBe('DECLINED')
  })

  it('is an invitation where the owner sits elsewhere at that time', async () => {
    const { eventId, owner, guest, keep, answerTo } = await evening()
    const own = await buildCircle(db, { eventId, joined: [owner] })
    const [during, earlier] = [
      await buildCircle(db, { eventId, startsAt: minutesFromNow(74), joined: [guest] }),
      await buildCircle(db, { eventId, startsAt: minutesFromNow(-15), joined: [guest] }),
    ]
    await keep()
    expect([await answerTo(own), await answerTo(during), await answerTo(earlier)]).toEqual(['JOINED', 'INVITED', 'JOINED'])
  })

  it('is an invitation where the owner had gone home', async () => {
    const { eventId, owner, guest, keep, answerTo } = await evening()
    const circle = await buildCircle(db, { eventId, joined: [guest] })
    await db.checkIn.updateMany({ where: { userId: owner.id }, data: { leftAt: minutesFromNow(1) } })
    await keep()
    expect(await answerTo(circle)).toBe('INVITED')
  })
})

describe('a table with somebody who is blocked', () => {
  it.each(['owner', 'guest'] as const)('has no seat for the owner any more: the %s sat there', async (seated) => {
    const { eventId, keep, answerTo, ...people } = await evening()
    const { owner, guest, other } = people
    const blocker = seated === 'owner' ? guest : owner
    await buildBlock(db, { blockerId: blocker.id, blockedId: other.id })
    const circle = await buildCircle(db, { eventId, joined: [people[seated], other] })
    await keep()
    expect(await answerTo(circle)).toBe('INVITED')
    expect(await db.circleInvitation.count({ where: { circleId: circle.id, answer: 'JOINED' } })).toBe(1)
  })

  it('is none because the owner had blocked the guest', async () => {
    const { eventId, owner, guest, keep, answerTo } = await evening()
    await buildBlock(db, { blockerId: owner.id, blockedId: guest.id })
    const circle = await buildCircle(db, { eventId, joined: [owner, guest] })
    await keep()
    expect(await answerTo(circle)).toBe('JOINED')
  })
})
