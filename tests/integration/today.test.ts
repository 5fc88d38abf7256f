import { describe, expect, it } from 'vitest'
import { didNonce } from '@/domain/follow-up/did-nonce'
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

describe('two tabs', () => {
  it('each says that one wrote: it is written down once, and again once one writes again', async () => {
    const { db, ask, contact } = await cleo()
    const ada = await contact('Ada', 300)
    const nonce = async () => {
      const { date, due, fourFromTheBottom } = await ask().today.mine({})
      const card = due[0] ?? fourFromTheBottom[0]?.card
      return didNonce(card ?? { lastAt: null }, date)
    }
    const tabs = [await nonce(), await nonce()]
    for (const one of tabs) await ask().today.did({ contactId: ada.id, kind: 'WROTE', nonce: one })
    expect(await db.interaction.count({ where: { contactId: ada.id } })).toBe(2)
    await ask(0.1).today.did({ contactId: ada.id, kind: 'WROTE', nonce: await nonce() })
    expect(await db.interaction.count({ where: { contactId: ada.id } })).toBe(3)
  })
})

describe('planning', () => {
  it('a plan stands on Today on its day and in one’s own calendar with an alarm, and no private note with it', async () => {
    const { db, ask, contact } = await cleo()
    const ada = await contact('Dr. Ada Example', 3)
    await db.interaction.updateMany({ where: { contactId: ada.id }, data: { note: 'a secret', myPromise: 'another' } })
    const plan = { contactId: ada.id, dueOn: '2026-11-26', dueTime: '09:00', about: 'the bees', nonce: 'a nonce of this page' }

    const { followUpId } = await ask().followUp.plan(plan)
    expect(await ask(1).followUp.plan(plan)).toEqual({ followUpId })
    await ask().followUp.plan({ ...plan, dueOn: '2026-11-30', dueTime: null, about: '', nonce: 'another nonce of it' })

    expect(await ask().followUp.planned({ contactId: ada.id })).toMatchObject({
      date: '2026-11-19',
      planned: [{ followUpId, dueOn: '2026-11-26', time: '09:00', about: 'the bees' }, { dueOn: '2026-11-30', time: null }],
    })
    expect((await ask(6).today.mine({})).due).toEqual([])
    expect((await ask(7).today.mine({})).due).toMatchObject([{ prompts: [{ followUpId, time: '09:00' }] }])

    const { address } = await ask().calendar.renewAddress()
    const feed = async () => (await ask().calendar.ofPerson({ token: /([a-z0-9]{26})\.ics$/.exec(address)?.[1] ?? '' })).body
    const body = (await feed()).replaceAll('\r\n ', '')
    expect(body).toContain(`UID:${followUpId}@`)
    expect(body).toContain('SUMMARY:Write to Ada\r\n')
    // Nine o'clock in Berlin.
    expect(body).toContain('DTSTART:20261126T080000Z')
    expect(body).toContain('DTSTART;VALUE=DATE:20261130')
    expect(body.match(/BEGIN:VALARM/g)?.length).toBe(2)
    for (const secret of ['secret', 'another', 'Example\r\n']) expect(body).not.toContain(secret)

    await ask().followUp.notNeeded({ followUpId })
    expect(await feed()).not.toContain(followUpId)
  })

  it('a day that is over is refused', async () => {
    const { ask, contact } = await cleo()
    const { id } = await contact('Ada', 3)
    const plan = { contactId: id, dueTime: null, about: '', nonce: 'a nonce of this page' }
    for (const dueOn of ['2026-11-18', '2026-02-30', '2999-01-01']) {
      await expect(ask().followUp.plan({ ...plan, dueOn })).rejects.toThrow('Choose today or a later one')
    }
  })
})

describe('drafts', () => {
  it('what the owner typed holds until they were in touch, and comes back when that is undone', async () => {
    const { ask, contact } = await cleo()
    const { id: contactId } = await contact('Ada', 300)
    const draft = async () => (await ask(1).today.mine({})).fourFromTheBottom[0]?.card.draft
    expect(await draft()).toMatchObject({ own: false })
    await ask().today.saveDraft({ contactId, text: 'Dear Ada,\nhow are the bees?' })
    expect(await draft()).toEqual({ text: 'Dear Ada,\nhow are the bees?', own: true })
    const { interactionId } = await ask(0.5).today.did({ contactId, kind: 'WROTE', nonce: 'a nonce of this page' })
    expect(await draft()).toMatchObject({ own: false })
    await ask(0.6).contact.undoLog({ contactId, interactionId })
    expect(await draft()).toMatchObject({ own: true })
  })

  it('a promise is what a proposal is about, and no word of a note is in it; all stand beside it', async () => {
    const { db, ask, contact } = await cleo()
    const { id } = await contact('Ada', 300)
    await db.interaction.updateMany({ where: { contactId: id }, data: { note: 'the note', myPromise: 'Bring the book.', theirPromise: 'theirs' } })
    const [four] = (await ask().today.mine({})).fourFromTheBottom
    expect(four?.card.remembered).toEqual({ note: 'the note', myPromise: 'Bring the book.', theirPromise: 'theirs' })
    expect(four?.card.draft.text).toBe('Hi Ada, I said I would bring the book, and I have not forgotten.')
  })
})

describe('the four', () => {
  it('stay the same all week, whoever of them was acted on, and change with the next', async () => {
    const { ask, contact } = await cleo()
    for (let at = 0; at < 30; at++) await contact(`Person ${String(at)}`, 95 + at)
    const four = async (days: number) => (await ask(days).today.mine({})).fourFromTheBottom
    const ids = async (days: number) => (await four(days)).map(({ card }) => card.contactId)
    // The Monday of this Thursday's week.
    const monday = await ids(-3)
    expect(monday.length).toBe(4)
    const [done = '', later = '', skipped = ''] = monday
    await ask(-2).today.did({ contactId: done, kind: 'CALLED', nonce: 'a nonce of this page' })
    await ask(-1).today.putOff({ contactId: later, until: 'next-week' })
    await ask().today.skip({ contactId: skipped })
    await contact('Somebody new', null, { createdAt: NOW })
    expect(await ids(0)).toEqual(monday)
    expect((await four(0.1)).map(({ act }) => act)).toEqual(['done', 'snoozed', 'skipped', null])
    expect(await ids(2)).toEqual(monday)
    const next = await ids(4)
    expect(next.length).toBe(4)
    expect(next.filter((id) => monday.includes(id))).toEqual([])
  })

  it('nobody of whom it was said within a quarter that there is no need', async () => {
    const { db, ask, contact } = await cleo()
    const ada = await contact('Ada', 60)
    const { id } = await buildFollowUp(db, { contactId: ada.id, about: 'the film', createdAt: daysAgo(9) })
    const ids = async (days: number) => (await ask(days).today.mine({})).fourFromTheBottom.map(({ card }) => card.contactId)
    await ask().followUp.notNeeded({ followUpId: id })
    expect([await ids(0), await ids(4), await ids(80)]).toEqual([[], [], []])
    expect(await ids(98)).toEqual([ada.id])
  })

  it('nobody for whom reminders were switched off by hand, nor who was put off before', async () => {
    const { db, owner, ask, contact } = await cleo()
    const quiet = await contact('Quiet', 300, { cadence: 'NONE' })
    const grouped = await contact('Grouped', 300)
    const group = await db.contactGroup.create({ data: { id: 'grp_23456789abcdefgh', ownerId: owner.id, name: 'No hurry', cadence: 'NONE', createdAt: NOW } })
    await db.contactGroupMember.create({ data: { groupId: group.id, contactId: grouped.id } })
    const off = await contact('Put off', 300, { snoozedAt: daysAgo(10), snoozedUntil: daysAgo(-30) })
    const imported = await contact('Imported', null, { source: 'IMPORT' })
    const ids = (await ask().today.mine({})).fourFromTheBottom.map(({ card }) => card.contactId)
    expect(ids).toEqual([imported.id])
    expect(ids).not.toEqual(expect.arrayContaining([quiet.id, grouped.id, off.id]))
  })
})
