import { beforeEach, describe, expect, it } from 'vitest'
import { randomText } from '@/server/lib/tokens'
import { takeawaysOf } from '@/server/services/update/takeaways-of'
import { updatesFor } from '@/server/services/update/updates-for'
import { buildEvent } from '../factories/community'
import { buildBlock, buildCheckIn, buildGuest } from '../factories/evening'
import { minutesFromNow } from '../factories/moment'
import { buildUpdate } from '../factories/update'
import { testDb } from '../setup/integration'
import { callerOf } from './room-callers'

const db = testDb()
const DAYS = 24 * 60

type Person = Awaited<ReturnType<typeof buildGuest>>
let eventId: string
let ada: Person
let ben: Person

beforeEach(async () => {
  const event = await buildEvent(db, { name: 'Open Table', startsAt: minutesFromNow(-60), endsAt: minutesFromNow(120) })
  eventId = event.id
  ada = await buildGuest(db, eventId, { user: { name: 'Ada' } })
  ben = await buildGuest(db, eventId, { user: { name: 'Ben' } })
})

const write = (author: Person, now?: Date, text = 'Bees dance.') =>
  callerOf(db, author, now ? { now } : {}).update.writeTakeaway({ eventId, text, nonce: randomText(24) })
const seenBy = async (reader: Person) =>
  (await callerOf(db, reader).update.takeaways({ eventId })).theirs.map(({ authorName, text }) => `${authorName}: ${text}`)

describe('a takeaway', () => {
  it('is read by those who are checked in, and by nobody else', async () => {
    await write(ada)
    expect(await seenBy(ben)).toEqual(['Ada: Bees dance.'])
    expect(await callerOf(db, ada).update.takeaways({ eventId })).toMatchObject({
      theirs: [],
      mine: [{ text: 'Bees dance.' }],
      writing: 'OPEN',
    })
    const elsewhere = await buildGuest(db, (await buildEvent(db)).id)
    await expect(callerOf(db, elsewhere).update.takeaways({ eventId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await takeawaysOf(db, { eventId, userId: elsewhere.id })).toEqual([])
    expect(await updatesFor(db, { userId: elsewhere.id, limit: 10 })).toEqual([])
  })

  it('comes with the next mail unless the evening’s page showed it', async () => {
    await write(ada)
    const unshown = () => updatesFor(db, { userId: ben.id, limit: 10, unshown: true })
    expect(await unshown()).toMatchObject([{ eventId, eventName: 'Open Table', authorName: 'Ada' }])
    await seenBy(ben)
    expect(await unshown()).toEqual([])
  })

  it.each(['author', 'reader'])('goes when its %s was not there after all', async (who) => {
    await write(ada)
    await db.checkIn.deleteMany({ where: { userId: who === 'author' ? ada.id : ben.id } })
    expect(await takeawaysOf(db, { eventId, userId: ben.id })).toEqual([])
  })

  it('stays when its author has gone home, and reaches who comes later', async () => {
    await write(ada)
    await db.checkIn.updateMany({ where: { userId: ada.id }, data: { leftAt: minutesFromNow(0) } })
    expect(await seenBy(await buildGuest(db, eventId))).toHaveLength(1)
  })

  it('of somebody hidden is not written, and is shown to nobody while they hide', async () => {
    await write(ada)
    await db.profile.update({ where: { userId: ada.id }, data: { visible: false } })
    expect(await seenBy(ben)).toEqual([])
    expect(await updatesFor(db, { userId: ben.id, limit: 10 })).toEqual([])
    expect((await callerOf(db, ada).update.takeaways({ eventId })).writing).toBe('HIDDEN')
    await expect(write(ada)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await db.profile.update({ where: { userId: ada.id }, data: { visible: true } })
    expect(await seenBy(ben)).toHaveLength(1)
  })

  it.each(['ada', 'ben'])('is not shown across a block of %s’s, nor of somebody muted', async (who) => {
    const { updateId } = await write(ada)
    const pair = who === 'ada' ? { blockerId: ada.id, blockedId: ben.id } : { blockerId: ben.id, blockedId: ada.id }
    await buildBlock(db, pair)
    expect(await seenBy(ben)).toEqual([])
    await db.block.deleteMany()
    await callerOf(db, ben).update.mute({ updateId })
    expect(await seenBy(ben)).toEqual([])
  })

  it('is written until two weeks after the end, three of one evening, also when sent at once', async () => {
    await expect(write(ada, minutesFromNow(121 + 14 * DAYS))).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    const sent = await Promise.allSettled(Array.from({ length: 6 }, () => write(ada, minutesFromNow(119 + 14 * DAYS))))
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    expect((await callerOf(db, ada).update.takeaways({ eventId })).writing).toBe('FULL')
  })

  it('counts against no week’s updates, and its author deletes it', async () => {
    const { updateId } = await write(ada)
    expect((await callerOf(db, ada).update.own()).left).toBe(2)
    await callerOf(db, ada).update.remove({ updateId })
    expect(await seenBy(ben)).toEqual([])
  })

  it('of another evening is not among those of this one', async () => {
    const other = await buildEvent(db)
    for (const { id: userId } of [ada, ben]) await buildCheckIn(db, { eventId: other.id, userId })
    await buildUpdate(db, { userId: ada.id, eventId: other.id })
    expect(await seenBy(ben)).toEqual([])
    expect(await updatesFor(db, { userId: ben.id, limit: 10 })).toHaveLength(1)
  })
})
