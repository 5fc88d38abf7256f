import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { buildCommunity, buildEvent, buildMembership } from '../factories/community'
import { buildContact, buildFollowUp, buildInteraction } from '../factories/contact'
import { buildContext } from '../factories/context'
import { NOW } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS)

/** Cleo, whose days are Berlin's; what she asks is asked so many days from {@link NOW}. */
async function cleo() {
  const db = testDb()
  const owner = await buildUser(db, { name: 'Cleo Example', timeZone: 'Europe/Berlin' })
  const ask = (days = 0) => createCaller(buildContext(db, viewerOf(owner), { now: daysAgo(-days) }))
  const contact = async (name: string, lastDaysAgo: number | null, more: Parameters<typeof buildContact>[1] = {}) => {
    const made = await buildContact(db, { ownerId: owner.id, name, createdAt: daysAgo(400), ...more })
    if (lastDaysAgo !== null) await buildInteraction(db, { contactId: made.id, kind: 'WROTE', at: daysAgo(lastDaysAgo) })
    return made
  }
  return { db, owner, ask, contact }
}

describe('who is due', () => {
  it('prompts with a time come first, in order of time, then other prompts, then the longest over', async () => {
    const { db, ask, contact } = await cleo()
    const people = { slow: 200, overdue: 150, late: 1, early: 1, someDay: 1 }
    const ids = new Map<string, string>()
    for (const [name, days] of Object.entries(people)) ids.set(name, (await contact(name, days)).id)
    // Four of the silent would stand among the four: who has a prompt does not.
    const prompt = (name: string, dueTime: string | null) =>
      buildFollowUp(db, { contactId: ids.get(name) ?? '', dueTime, about: name, createdAt: daysAgo(20) })
    await prompt('late', '18:00')
    await prompt('someDay', null)
    await prompt('early', '09:00')

    const today = await ask().today.mine({})

    expect(today.date).toBe('2026-11-19')
    expect(today.due.map(({ name }) => name)).toEqual(['early', 'late', 'someDay'])
    expect(today.fourFromTheBottom.map(({ card }) => card.name).sort()).toEqual(['overdue', 'slow'])
    expect(today.fourFromTheBottom.every(({ card }) => card.cadence?.every === 'QUARTERLY')).toBe(true)
  })

  it('one card a person: several prompts and a cadence that is over stand on it together', async () => {
    const { db, ask, contact } = await cleo()
    const ada = await contact('Ada', 300)
    await buildFollowUp(db, { contactId: ada.id, about: 'the film', createdAt: daysAgo(30) })
    await buildFollowUp(db, { contactId: ada.id, about: 'the book', dueOn: daysAgo(9), createdAt: daysAgo(30) })

    const { due, fourFromTheBottom, dueTotal } = await ask().today.mine({})

    expect(due.map(({ name, prompts }) => [name, prompts.map(({ about }) => about)])).toEqual([['Ada', ['the book', 'the film']]])
    expect(due[0]?.cadence).not.toBeNull()
    expect(fourFromTheBottom).toEqual([])
    expect(dueTotal).toBe(1)
  })

  it('nobody is left out by pages', async () => {
    const { ask, contact } = await cleo()
    for (let at = 0; at < 50; at++) await contact(`Person ${String(at)}`, 120 + at)
    const first = await ask().today.mine({})
    const names = first.fourFromTheBottom.map(({ card }) => card.name)
    for (let page = 0; page < first.pages; page++) names.push(...(await ask().today.mine({ page })).due.map(({ name }) => name))
    expect(new Set(names).size).toBe(50)
    expect(names.length).toBe(50)
    expect(first.dueTotal).toBe(46)
  })

  it('a blocked person is nowhere, whoever blocked', async () => {
    const { db, owner, ask, contact } = await cleo()
    for (const [blockerId, blockedId] of [['me', 'them'], ['them', 'me']]) {
      const other = await buildUser(db, { name: 'Bela' })
      const entry = await contact('Bela', 300, { userId: other.id })
      await buildFollowUp(db, { contactId: entry.id })
      const idOf = (who: string | undefined) => (who === 'me' ? owner.id : other.id)
      await db.block.create({ data: { blockerId: idOf(blockerId), blockedId: idOf(blockedId) } })
    }
    const { due, fourFromTheBottom, dueTotal } = await ask().today.mine({})
    expect([due, fourFromTheBottom, dueTotal]).toEqual([[], [], 0])
  })

  it('the day is the person’s own: their zone, else that of their community', async () => {
    const { db, ask, contact, owner } = await cleo()
    await contact('Ada', 300)
    await db.user.update({ where: { id: owner.id }, data: { timeZone: null } })
    const community = await buildCommunity(db, { timeZone: 'Pacific/Auckland' })
    await buildMembership(db, { userId: owner.id, communityId: community.id })
    expect((await ask().today.mine({})).date).toBe('2026-11-20')
  })
})

describe('acting', () => {
  it('did it: counts as being in touch, settles prompts of evenings and one’s own that are due; undo brings all back', async () => {
    const { db, ask, contact } = await cleo()
    const ada = await contact('Ada', 300)
    const event = await buildEvent(db, { startsAt: daysAgo(9.1), endsAt: daysAgo(9) })
    const prompts = [
      await buildFollowUp(db, { contactId: ada.id, eventId: event.id, createdAt: daysAgo(8) }),
      await buildFollowUp(db, { contactId: ada.id, about: 'due', createdAt: daysAgo(8) }),
      await buildFollowUp(db, { contactId: ada.id, about: 'not yet', dueOn: daysAgo(-5), createdAt: daysAgo(8) }),
    ]
    const states = async () => {
      const rows = await db.followUp.findMany({ where: { contactId: ada.id } })
      return prompts.map(({ id }) => rows.find((row) => row.id === id)?.state)
    }
    const did = { contactId: ada.id, kind: 'WROTE', nonce: 'a nonce of this page' } as const

    const receipt = await ask().today.did(did)
    expect(await ask(1).today.did(did)).toEqual(receipt)

    expect(await states()).toEqual(['DONE', 'DONE', 'OPEN'])
    const after = await ask().today.mine({})
    expect(after.due).toEqual([])
    expect(after.acted).toMatchObject([{ name: 'Ada', act: 'done', interactionId: receipt.interactionId }])

    await ask().contact.undoLog({ contactId: ada.id, interactionId: receipt.interactionId })
    expect(await states()).toEqual(['OPEN', 'OPEN', 'OPEN'])
    expect((await ask().today.mine({})).due.map(({ name }) => name)).toEqual(['Ada'])
  })

  it('put off: gone until that day, back on it, and taken back at once if one likes', async () => {
    const { db, ask, contact } = await cleo()
    const ada = await contact('Ada', 300)
    await buildFollowUp(db, { contactId: ada.id, about: 'the film', createdAt: daysAgo(30) })
    const names = async (days: number) => (await ask(days).today.mine({})).due.map(({ name }) => name)

    expect(await ask().today.putOff({ contactId: ada.id, until: 'next-week' })).toEqual({ until: '2026-11-26' })
    expect(await names(0)).toEqual([])
    expect((await ask().today.mine({})).acted).toMatchObject([{ act: 'snoozed', until: '2026-11-26' }])
    expect(await names(6)).toEqual([])
    expect(await names(7)).toEqual(['Ada'])

    await ask().today.undo({ contactId: ada.id, act: 'snoozed' })
    const [card] = (await ask().today.mine({})).due
    expect(card).toMatchObject({ prompts: [{ dueOn: '2026-11-19' }], cadence: { every: 'QUARTERLY' } })
    await expect(ask().today.putOff({ contactId: ada.id, until: '2026-11-19' })).rejects.toThrow('Choose a day after today')
  })
})
