import { describe, expect, it } from 'vitest'
import { buildCommunity, buildEvent, buildMembership } from '../factories/community'
import { buildContact, buildInteraction } from '../factories/contact'
import { buildBlock, buildCheckIn } from '../factories/evening'
import { buildAsk } from '../factories/introduction'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildProfile } from '../factories/profile'
import { buildDoorGuest } from '../factories/user'
import { testDb } from '../setup/integration'
import { buildPerson, daysOn } from './introduction-callers'

const details = { shareEmail: true, phone: '' }

/** A community where Ada asks; `member` makes people there who come regularly, with what they show. */
async function gathering() {
  const db = testDb()
  const { id: communityId } = await buildCommunity(db)
  const ada = await buildPerson('Ada Example')
  await buildMembership(db, { communityId, userId: ada.id })
  const evenings = [await buildEvent(db, { communityId, startsAt: minutesFromNow(-50_000), endsAt: minutesFromNow(-49_900) }), await buildEvent(db, { communityId })]
  const member = async (name: string, profile: { offer?: string; visible?: boolean } = {}) => {
    const person = await buildPerson(name)
    await buildMembership(db, { communityId, userId: person.id, joinedAt: daysOn(-60) })
    for (const { id } of evenings) await buildCheckIn(db, { eventId: id, userId: person.id })
    await buildProfile(db, { userId: person.id, ...profile })
    return person
  }
  let number = 0
  const put = (text: string, overrides: { communityId?: string | null; nonce?: string } = {}, now = NOW) =>
    ada.at(now).ask.put({ communityId, text, details, nonce: `nonce-of-the-ask-${String(number++)}`, ...overrides })
  return { db, communityId, ada, member, put }
}

const OFFER = 'repairing and tuning pianos'

describe('putting an ask', () => {
  it('goes to those whose words come near, with a mail each, and the asker learns how many, not whom', async () => {
    const { db, ada, member, put } = await gathering()
    const bela = await member('Bela Novak', { offer: OFFER })
    await member('Chioma Obi', { offer: 'teaching chess' })
    expect(await put('repair an old piano')).toEqual({ state: 'SENT', askId: expect.any(String) as string, count: 1 })
    expect(await bela.at().ask.mine()).toMatchObject({ waiting: [{ byName: 'Ada Example', text: 'repair an old piano', why: [`You are asked because you offer “${OFFER}”.`] }] })
    expect(await db.outboxMail.findMany({ select: { userId: true, kind: true } })).toEqual([{ userId: bela.id, kind: 'INTRODUCTION' }])
    const adas = JSON.stringify(await ada.at().ask.mine())
    expect(adas).toContain('"count":1')
    for (const trace of [bela.id, 'Bela', '@']) expect(adas).not.toContain(trace)
    expect(JSON.stringify(await bela.at().ask.mine())).not.toContain('@')
  })

  it('passes over who hides, blocked or is blocked, has proved no address, or is elsewhere', async () => {
    const { db, communityId, ada, member, put } = await gathering()
    await member('Hidden', { offer: OFFER, visible: false })
    await buildBlock(db, { blockerId: (await member('Blocker', { offer: OFFER })).id, blockedId: ada.id })
    await buildBlock(db, { blockerId: ada.id, blockedId: (await member('Blocked', { offer: OFFER })).id })
    const guest = await buildDoorGuest(db)
    await buildMembership(db, { communityId, userId: guest.id })
    await buildProfile(db, { userId: guest.id, offer: OFFER })
    await buildProfile(db, { userId: (await buildPerson('Elsewhere')).id, offer: OFFER })
    expect(await put('repair an old piano')).toEqual({ state: 'NOBODY', known: [] })
    expect([await db.ask.count(), await db.outboxMail.count()]).toEqual([0, 0])
  })

  it('where nobody fits looks in the asker’s own notes, and in nobody else’s', async () => {
    const { db, ada, member, put } = await gathering()
    const stranger = await member('Chioma Obi')
    const mine = await buildContact(db, { ownerId: ada.id, name: 'Grace' })
    await buildInteraction(db, { contactId: mine.id, kind: 'NOTE', note: 'Her brother restores pianos in Lyon.' })
    const theirs = await buildContact(db, { ownerId: stranger.id, name: 'Hugo', about: 'piano tuner' })
    expect(await put('repair an old piano')).toEqual({ state: 'NOBODY', known: [{ contactId: mine.id, name: 'Grace' }] })
    expect(JSON.stringify(await put('a piano tuner'))).not.toContain(theirs.id)
    expect(await put('(& | !) :*')).toEqual({ state: 'NOBODY', known: [] })
  })

  it('to one’s own people: those who are members, and nobody else', async () => {
    const { db, ada, member, put } = await gathering()
    const known = await member('Bela Novak', { offer: OFFER })
    const unknown = await member('Chioma Obi', { offer: OFFER })
    await buildContact(db, { ownerId: ada.id, userId: known.id })
    expect(await put('repair an old piano', { communityId: null })).toMatchObject({ count: 1 })
    expect((await unknown.at().ask.mine()).waiting).toEqual([])
  })

  it('a repeat gets the first receipt; two open, three a week, and communities one belongs to', async () => {
    const { db, put, member } = await gathering()
    await member('Bela Novak', { offer: OFFER })
    await member('Chioma Obi', { offer: OFFER })
    const nonce = 'the-same-nonce-twice'
    const first = await put('repair an old piano', { nonce })
    expect(await put('repair an old piano', { nonce })).toEqual(first)
    await expect(put('tune a piano', { nonce })).rejects.toMatchObject({ code: 'CONFLICT' })
    await put('tune a piano')
    await expect(put('move a piano')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    await expect(put('repair it', { communityId: (await buildCommunity(db)).id }, daysOn(20))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await db.ask.count()).toBe(2)
  })

  it('many at once: nobody gets more than two that wait', async () => {
    const { db, communityId, member } = await gathering()
    const bela = await member('Bela Novak', { offer: OFFER })
    const askers = await Promise.all(Array.from({ length: 6 }, (_, at) => member(`Asker ${String(at)}`)))
    const tries = await Promise.all(
      askers.map((one) => one.at().ask.put({ communityId, text: 'repair an old piano', details, nonce: `nonce-of-${one.id}` })),
    )
    expect(tries.filter(({ state }) => state === 'SENT')).toHaveLength(2)
    expect(await db.askRecipient.count({ where: { userId: bela.id } })).toBe(2)
  })
})

describe('answering an ask', () => {
  async function sent() {
    const db = testDb()
    const [ada, bela, chioma] = [await buildPerson('Ada Example'), await buildPerson('Bela Novak'), await buildPerson('Chioma Obi')]
    const ask = await buildAsk(db, { byId: ada.id, to: [bela.id], shares: [{ kind: 'EMAIL', value: ada.email ?? '' }] })
    const help = (person = bela, now = NOW) => person.at(now).ask.answer({ askId: ask.id, reply: { answer: 'CAN_HELP', note: '', ...details } })
    return { db, ada, bela, chioma, ask, help }
  }

  it('help shows who it is, with their details in the asker’s own list', async () => {
    const { db, ada, bela, help } = await sent()
    await Promise.all([help(), help(), help()])
    const mine = await ada.at().ask.mine()
    expect(mine.own).toMatchObject([{ helpers: [{ name: 'Bela Novak', contactId: expect.any(String) as string }] }])
    expect(await db.contactField.count()).toBe(2)
    expect(await db.interaction.count()).toBe(2)
    await expect(bela.at().ask.answer({ askId: mine.own[0]?.askId ?? '', reply: { answer: 'PASSED' } })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('is nobody’s who was not asked; nobody’s once one blocked the other', async () => {
    const { db, ada, bela, chioma, help } = await sent()
    await expect(help(chioma)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(help(ada)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await buildBlock(db, { blockerId: ada.id, blockedId: bela.id })
    expect((await bela.at().ask.mine()).waiting).toEqual([])
    await expect(help()).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    expect(await db.contactField.count()).toBe(0)
  })

  it('‘I know someone’ brings asker and contact together, with both asked', async () => {
    const { db, ada, bela, chioma, ask } = await sent()
    const contact = await buildContact(db, { ownerId: bela.id, userId: chioma.id, name: 'Chioma' })
    const make = (person: typeof bela, nonce: string) =>
      person.at().introduction.make({ one: { askId: ask.id }, otherContactId: contact.id, reasonForOne: 'She repairs them.', reasonForOther: 'He has one.', nonce })
    await make(bela, 'knows-somebody-00')
    expect((await ada.at().introduction.mine()).waiting).toMatchObject([{ byName: 'Bela Novak', otherName: 'Chioma Obi', reason: 'She repairs them.' }])
    expect((await chioma.at().introduction.mine()).waiting).toMatchObject([{ otherName: 'Ada Example' }])
    expect(await db.askRecipient.findFirst()).toMatchObject({ answer: 'KNOWS_SOMEONE' })
    expect((await ada.at().ask.mine()).own).toMatchObject([{ helpers: [] }])
    await expect(make(chioma, 'was-never-asked-0')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is closed by its asker alone', async () => {
    const { ada, bela, ask, help } = await sent()
    await expect(bela.at().ask.close({ askId: ask.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await ada.at().ask.close({ askId: ask.id })
    await expect(help()).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
  })
})
