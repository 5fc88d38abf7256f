import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { newId, randomText } from '@/server/lib/tokens'
import { markShown, updatesFor } from '@/server/services/update/updates-for'
import { buildContact } from '../factories/contact'
import { buildBlock } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildAcquaintance, buildUpdate } from '../factories/update'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'
import { callerOf } from './room-callers'

const db = testDb()
const PEOPLE = { to: 'PEOPLE' } as const

type Person = Awaited<ReturnType<typeof buildUser>>
let ada: Person
let ben: Person

beforeEach(async () => {
  ada = await buildUser(db, { name: 'Ada' })
  ben = await buildUser(db, { name: 'Ben' })
})

const write = (author: Person, overrides: Partial<Parameters<ReturnType<typeof callerOf>['update']['write']>[0]> = {}) =>
  callerOf(db, author).update.write({ text: 'I am building a boat.', nonce: randomText(24), audience: PEOPLE, ...overrides })
const textsFor = async (reader: Person) => (await callerOf(db, reader).update.list()).map(({ text }) => text)
const group = async (owner: Person, name: string, contactIds: readonly string[]) => {
  const members = { create: contactIds.map((contactId) => ({ contactId })) }
  return db.contactGroup.create({ data: { id: newId('contactGroup'), ownerId: owner.id, name, createdAt: NOW, members } })
}

describe('an update', () => {
  it('is read by those who have each other in their lists, and says for how many it was', async () => {
    await buildAcquaintance(db, ada, ben)
    const stranger = await buildUser(db)
    await buildContact(db, { ownerId: ada.id, name: 'Nobody here' })
    await expect(write(ada)).resolves.toMatchObject({ meantFor: 1 })
    expect(await textsFor(ben)).toEqual(['I am building a boat.'])
    expect(await textsFor(stranger)).toEqual([])
    expect(await textsFor(ada)).toEqual([])
    expect((await callerOf(db, ada).update.own()).mine).toMatchObject([{ text: 'I am building a boat.', meantFor: 1 }])
  })

  it('for some groups reaches these alone, and whoever joins one later reads nothing of it', async () => {
    const [cem, dia] = [await buildUser(db), await buildUser(db)]
    const { mine } = await buildAcquaintance(db, ada, ben)
    await buildAcquaintance(db, ada, cem)
    const { mine: later } = await buildAcquaintance(db, ada, dia)
    const { id } = await group(ada, 'Boats', [mine.id])
    await expect(write(ada, { audience: { to: 'GROUPS', groupIds: [id, id] } })).resolves.toMatchObject({ meantFor: 1 })
    await db.contactGroupMember.create({ data: { groupId: id, contactId: later.id } })
    expect(await textsFor(ben)).toHaveLength(1)
    expect(await textsFor(cem)).toEqual([])
    expect(await textsFor(dia)).toEqual([])
  })

  it('for a group of somebody else is refused as for one that does not exist, and for none as bad', async () => {
    const { theirs } = await buildAcquaintance(db, ada, ben)
    const { id } = await group(ben, 'Boats', [theirs.id])
    for (const groupId of [id, newId('contactGroup')]) {
      await expect(write(ada, { audience: { to: 'GROUPS', groupIds: [groupId] } })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    await expect(write(ada, { audience: { to: 'GROUPS', groupIds: [] } })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await db.update.count()).toBe(0)
  })

  it('counts those who blocked or muted its author or took them off their list, so that its number tells nothing', async () => {
    const [cem, dia] = [await buildUser(db), await buildUser(db)]
    for (const other of [ben, cem, dia]) await buildAcquaintance(db, ada, other)
    await buildBlock(db, { blockerId: ben.id, blockedId: ada.id })
    await db.updateMute.create({ data: { userId: cem.id, authorId: ada.id, createdAt: NOW } })
    await db.contact.deleteMany({ where: { ownerId: dia.id } })
    const { updateId } = await write(ada)
    expect((await callerOf(db, ada).update.own()).mine).toMatchObject([{ updateId, meantFor: 3 }])
    expect(await db.updateReader.count({ where: { updateId } })).toBe(0)
    for (const other of [ben, cem, dia]) expect(await textsFor(other)).toEqual([])
  })

  it('is for nobody whom its author blocked', async () => {
    await buildAcquaintance(db, ada, ben)
    await buildBlock(db, { blockerId: ada.id, blockedId: ben.id })
    await expect(write(ada)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it.each(['ada', 'ben'])('goes from every page when %s blocks the other afterwards', async (who) => {
    await buildAcquaintance(db, ada, ben)
    await write(ada)
    const [blockerId, blockedId] = who === 'ada' ? [ada.id, ben.id] : [ben.id, ada.id]
    await buildBlock(db, { blockerId, blockedId })
    expect(await textsFor(ben)).toEqual([])
    expect(await updatesFor(db, { userId: ben.id, limit: 10, unshown: true })).toEqual([])
  })

  it('counts once however often it is sent, and its nonce serves for no other words and nobody else', async () => {
    await buildAcquaintance(db, ada, ben)
    const nonce = randomText(24)
    const receipts = await Promise.all(Array.from({ length: 5 }, () => write(ada, { nonce })))
    expect(new Set(receipts.map(({ updateId }) => updateId)).size).toBe(1)
    expect(await db.update.count()).toBe(1)
    await expect(write(ada, { nonce, text: 'Something else.' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(write(ben, { nonce })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('is one of two in seven days, also of many sent at once', async () => {
    await buildAcquaintance(db, ada, ben)
    await buildUpdate(db, { userId: ada.id, at: minutesFromNow(-7 * 24 * 60) })
    const sent = await Promise.allSettled(Array.from({ length: 6 }, () => write(ada)))
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    expect(sent.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'TOO_MANY_REQUESTS' } })
    expect((await callerOf(db, ada).update.own()).left).toBe(0)
  })

  it('has 1 to 500 characters, whatever script they are of', async () => {
    await buildAcquaintance(db, ada, ben)
    for (const text of ['', '  \n\t', '\u202e\u200b', 'x'.repeat(501)]) {
      await expect(write(ada, { text })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    await write(ada, { text: '🦊'.repeat(500) })
    await write(ada, { text: ' One\r\nline \u202e of it ' })
    expect((await textsFor(ben)).map((text) => Array.from(text).length).sort((a, b) => a - b)).toEqual([14, 500])
  })

  it('is deleted by its author alone, and then before nobody', async () => {
    await buildAcquaintance(db, ada, ben)
    const { updateId } = await write(ada)
    await expect(callerOf(db, ben).update.remove({ updateId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await callerOf(db, ada).update.remove({ updateId })
    expect(await textsFor(ben)).toEqual([])
    await expect(callerOf(db, ada).update.remove({ updateId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('muting', () => {
  it('takes everything of that author away, also what comes later, and is taken back', async () => {
    await buildAcquaintance(db, ada, ben)
    const { updateId } = await write(ada)
    await callerOf(db, ben).update.mute({ updateId })
    await callerOf(db, ben).update.mute({ updateId })
    await write(ada, { text: 'It floats.' })
    expect(await textsFor(ben)).toEqual([])
    expect((await callerOf(db, ben).update.own()).muted).toEqual([{ authorId: ada.id, name: 'Ada' }])
    expect(JSON.stringify(await callerOf(db, ada).update.own())).not.toContain(ben.id)

    await callerOf(db, ben).update.unmute({ authorId: ada.id })
    // What was written meanwhile was not meant for them.
    expect(await textsFor(ben)).toEqual(['I am building a boat.'])
  })

  it('names its author by an update that one may read: any other id is as one that does not exist', async () => {
    const { id } = await buildUpdate(db, { userId: ada.id })
    for (const updateId of [id, newId('update')]) {
      await expect(callerOf(db, ben).update.mute({ updateId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(await db.updateMute.count()).toBe(0)
  })
})

describe('what a digest takes along', () => {
  it('is what was on no page and in no digest before; the first time stands', async () => {
    await buildAcquaintance(db, ada, ben)
    const { updateId } = await write(ada)
    const unshown = () => updatesFor(db, { userId: ben.id, limit: 10, unshown: true })
    expect(await unshown()).toMatchObject([{ updateId, authorName: 'Ada', authorId: ada.id, eventName: null }])
    await markShown(db, ben.id, [updateId], NOW)
    await markShown(db, ben.id, [updateId], minutesFromNow(5))
    expect(await unshown()).toEqual([])
    expect(await db.updateReader.findMany()).toMatchObject([{ shownAt: NOW }])
    expect(await updatesFor(db, { userId: ben.id, limit: 10, since: NOW })).toEqual([])
    expect(await updatesFor(db, { userId: ben.id, limit: 10, since: minutesFromNow(-1) })).toHaveLength(1)
  })

  it('is made readable to nobody by being marked', async () => {
    const { id } = await buildUpdate(db, { userId: ada.id })
    await markShown(db, ben.id, [id], NOW)
    expect(await updatesFor(db, { userId: ben.id, limit: 10 })).toEqual([])
  })
})

it('whatever lists, blocks and mutes there are, exactly those read it who have each other, with neither block nor mute', async () => {
  const people = [ada, ben, await buildUser(db), await buildUser(db)]
  const pair = fc.tuple(fc.nat(3), fc.nat(3)).filter(([a, b]) => a !== b)
  const pairs = fc.uniqueArray(pair, { selector: ([a, b]) => `${String(a)}-${String(b)}`, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(pairs, pairs, pairs, async (lists, blocks, mutes) => {
      await db.update.deleteMany()
      await db.contact.deleteMany()
      await db.block.deleteMany()
      await db.updateMute.deleteMany()
      const id = (index: number) => people[index]?.id ?? ''
      for (const [a, b] of lists) await buildContact(db, { ownerId: id(a), userId: id(b) })
      for (const [a, b] of blocks) await buildBlock(db, { blockerId: id(a), blockedId: id(b) })
      for (const [a, b] of mutes) await db.updateMute.create({ data: { userId: id(a), authorId: id(b), createdAt: NOW } })
      const has = (set: readonly (readonly [number, number])[], a: number, b: number) => set.some(([x, y]) => x === a && y === b)
      const meant = [1, 2, 3].filter((other) => has(lists, 0, other) && !has(blocks, 0, other))
      const outcome = await write(ada).catch(() => null)
      expect(outcome?.meantFor ?? 0).toBe(meant.length)
      for (const [index, reader] of people.entries()) {
        const reads = meant.includes(index) && has(lists, index, 0) && !has(blocks, index, 0) && !has(mutes, index, 0)
        expect(await textsFor(reader), `${String(index)} reads`).toHaveLength(reads ? 1 : 0)
      }
    }),
    { numRuns: 40 },
  )
})
