import { describe, expect, it } from 'vitest'
import { tendIntroductions } from '@/server/services/introduction/tend-introductions'
import { buildContact } from '../factories/contact'
import { buildBlock } from '../factories/evening'
import { NOW } from '../factories/moment'
import { buildProfile, giveInterests } from '../factories/profile'
import { buildIntroduction } from '../factories/introduction'
import { buildDoorGuest, buildUser } from '../factories/user'
import { testDb } from '../setup/integration'
import { buildThree, daysOn, NO, YES, type TestPerson } from './introduction-callers'

/** What a person's page of introductions holds, and the mails that wait for them. */
async function seenBy(person: TestPerson, now = NOW) {
  const page = await person.at(now).introduction.mine()
  const mails = await testDb().outboxMail.findMany({ where: { userId: person.id }, select: { props: true, subjectKey: true } })
  return { ...page, mails }
}

describe('making an introduction', () => {
  it('asks both, each with the words for them, and nothing else of the other', async () => {
    const { ada, bela, chioma, make } = await buildThree()
    const { introductionId } = await make()
    const belas = await seenBy(bela)
    expect(belas.waiting).toMatchObject([{ introductionId, byName: 'Ada Example', otherName: 'Chioma Obi', reason: 'She builds boats.', expiresAt: daysOn(30) }])
    expect((await seenBy(chioma)).waiting).toMatchObject([{ otherName: 'Bela Novak', reason: 'He sails alone.' }])
    expect(belas.mails).toEqual([{ props: { what: 'PROPOSED', introductionId }, subjectKey: introductionId }])
    expect(JSON.stringify(belas)).not.toContain('@')
    expect((await seenBy(ada)).made).toMatchObject([{ oneName: expect.any(String) as string, state: 'WAITING', cameOfIt: false }])
  })

  it('a repeat with its nonce gets the first receipt; for others, or by another, it is refused', async () => {
    const { ada, chioma, make, anotherPair, wanted, db } = await buildThree()
    const first = await make()
    expect(await make()).toEqual(first)
    expect(await db.introduction.count()).toBe(1)
    const { one, other } = await anotherPair()
    await expect(make({ one: { contactId: one.id }, otherContactId: other.id })).rejects.toMatchObject({ code: 'CONFLICT' })
    const theirs = await buildContact(db, { ownerId: chioma.id, userId: ada.id })
    const also = await buildContact(db, { ownerId: chioma.id, userId: (await anotherPair()).bela.id })
    const stolen = chioma.at().introduction.make({ ...wanted, one: { contactId: theirs.id }, otherContactId: also.id })
    await expect(stolen).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('many at once of one pair make one', async () => {
    const { make, db } = await buildThree()
    const tries = await Promise.allSettled(Array.from({ length: 5 }, (_, at) => make({ nonce: `another-nonce-000${String(at)}` })))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.introduction.count()).toBe(1)
    expect(await db.outboxMail.count()).toBe(2)
  })

  it('takes one’s own entries, of members who can be written to, and says no more than that', async () => {
    const { ada, chioma, make, other, db } = await buildThree()
    const guest = await buildDoorGuest(db)
    const unreachable = [
      await buildContact(db, { ownerId: ada.id, name: 'Dana' }),
      await buildContact(db, { ownerId: ada.id, name: 'Dana', userId: guest.id }),
    ]
    const answers = await Promise.all(unreachable.map(({ id }) => make({ one: { contactId: id } }).catch((error: unknown) => String(error))))
    expect(answers[0]).toContain('Dana can’t be asked here')
    expect(answers[1]).toBe(answers[0])
    const theirs = await buildContact(db, { ownerId: chioma.id })
    await expect(make({ one: { contactId: theirs.id } })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(make({ one: { contactId: other.id } })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(make({ reasonForOne: ' \n' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await db.introduction.count()).toBe(0)
  })

  it('five pairs a day, and the same pair twice in three months', async () => {
    const { make, anotherPair, ada, db } = await buildThree()
    for (let at = 0; at < 5; at++) {
      const { one, other } = await anotherPair()
      await make({ one: { contactId: one.id }, otherContactId: other.id, nonce: `pair-number-00000${String(at)}` })
    }
    await expect(make()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    for (const [day, nonce] of [[2, 'first-try-0000000'], [33, 'second-try-000000']] as const) {
      const { introductionId } = await make({ nonce }, daysOn(day))
      await ada.at(daysOn(day)).introduction.withdraw({ introductionId })
    }
    await expect(make({ nonce: 'third-try-0000000' }, daysOn(60))).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    await make({ nonce: 'much-later-000000' }, daysOn(93))
    expect(await db.introduction.count()).toBe(8)
  })

  it('offers reasons that are true, of what both show; of somebody who hides, none', async () => {
    const { ada, bela, chioma, wanted, db } = await buildThree()
    await buildProfile(db, { userId: bela.id, ask: 'somebody who repairs wooden boats' })
    const shown = await buildProfile(db, { userId: chioma.id, offer: 'repairing wooden boats' })
    await giveInterests(db, bela.id, ['sailing'])
    await giveInterests(db, chioma.id, ['sailing', 'jazz'])
    const draft = () => ada.at().introduction.draft(wanted)
    expect(await draft()).toEqual({
      oneName: 'Bela Novak',
      otherName: 'Chioma Obi',
      reasonForOne: 'You’re looking for “somebody who repairs wooden boats”, and Chioma Obi can help with “repairing wooden boats”. You and Chioma Obi both chose sailing.',
      reasonForOther: 'Bela Novak is looking for “somebody who repairs wooden boats”, and you can help with “repairing wooden boats”. You and Bela Novak both chose sailing.',
    })
    await db.profile.update({ where: { userId: shown.userId }, data: { visible: false } })
    expect(await draft()).toMatchObject({ reasonForOne: '', reasonForOther: '' })
  })
})

describe('both say yes', () => {
  it('each has the other as a contact, with what they shared, and the clock is reset', async () => {
    const { ada, bela, chioma, make, db } = await buildThree()
    const { introductionId } = await make()
    const known = await buildContact(db, { ownerId: bela.id, userId: chioma.id, name: 'Chi' })
    await bela.at(daysOn(1)).introduction.answer({ introductionId, reply: YES })
    expect(JSON.stringify(await seenBy(chioma, daysOn(1)))).not.toContain('@')
    await chioma.at(daysOn(2)).introduction.answer({ introductionId, reply: { ...YES, phone: '' } })
    const entries = await db.contact.findMany({
      where: { OR: [{ ownerId: bela.id }, { ownerId: chioma.id }] },
      include: { fields: true, interactions: true },
    })
    const belas = entries.find(({ ownerId }) => ownerId === bela.id)
    const chiomas = entries.find(({ ownerId }) => ownerId === chioma.id)
    expect(belas).toMatchObject({ id: known.id, name: 'Chi', interactions: [{ kind: 'INTRODUCED', at: daysOn(2) }] })
    expect(belas?.fields.map(({ kind, value, sharedById }) => ({ kind, value, sharedById }))).toEqual([{ kind: 'EMAIL', value: chioma.email, sharedById: chioma.id }])
    expect(chiomas).toMatchObject({ name: 'Bela Novak', source: 'INTRODUCTION', interactions: [{ kind: 'INTRODUCED' }] })
    expect(chiomas?.fields.map(({ kind, value }) => ({ kind, value })).sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      { kind: 'EMAIL', value: bela.email },
      { kind: 'PHONE', value: '+49 30 1234567' },
    ])
    expect((await seenBy(bela, daysOn(2))).connected).toMatchObject([{ otherName: 'Chi', contactId: known.id, outcomeAsked: false }])
    const adas = await seenBy(ada, daysOn(2))
    expect(adas.made).toMatchObject([{ state: 'CONNECTED' }])
    expect(JSON.stringify(adas)).not.toContain('@')
    expect(await ada.at().introduction.given()).toMatchObject({ broughtTogether: 2 })
  })

  it('at the same moment: connected once, each told once', async () => {
    for (let round = 0; round < 8; round++) {
      const { bela, chioma, make, db } = await buildThree()
      const { introductionId } = await make()
      const say = (person: TestPerson) => person.at().introduction.answer({ introductionId, reply: YES })
      await Promise.all([say(bela), say(chioma), say(bela), say(chioma)])
      expect(await db.introduction.findUnique({ where: { id: introductionId } })).toMatchObject({ connectedAt: NOW })
      expect(await db.interaction.count({ where: { nonce: introductionId } })).toBe(2)
      expect(await db.outboxMail.count({ where: { subjectKey: `${introductionId}:connected` } })).toBe(2)
    }
  })

  it('stands: no comes too late, yes again changes nothing', async () => {
    const { bela, chioma, make, db } = await buildThree()
    const { introductionId } = await make()
    for (const person of [bela, chioma, bela]) await person.at().introduction.answer({ introductionId, reply: YES })
    await expect(bela.at().introduction.answer({ introductionId, reply: NO })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(bela.at().introduction.undo({ introductionId })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await db.interaction.count()).toBe(2)
  })
})

describe('a no', () => {
  /** Everything the introducer and the other see over the whole time, with Bela's answer or without one. */
  async function course(belasAnswer: typeof NO | null) {
    const three = await buildThree()
    const { ada, bela, chioma, make, db } = three
    const { introductionId } = await make()
    if (belasAnswer) await bela.at(daysOn(1)).introduction.answer({ introductionId, reply: belasAnswer })
    await chioma.at(daysOn(2)).introduction.answer({ introductionId, reply: YES })
    const seen: unknown[] = []
    for (const day of [2, 29, 30, 31, 60]) {
      await tendIntroductions(db, daysOn(day))
      seen.push([await seenBy(ada, daysOn(day)), await seenBy(chioma, daysOn(day))])
      seen.push(await chioma.at(daysOn(day)).introduction.undo({ introductionId }).then(() => chioma.at(daysOn(day)).introduction.answer({ introductionId, reply: YES }), String))
      seen.push(await ada.at(daysOn(day)).introduction.given())
    }
    const ids = [introductionId, ada.id, bela.id, chioma.id]
    return { ...three, introductionId, seen: ids.reduce((text, id, at) => text.replaceAll(id, `id${String(at)}`), JSON.stringify(seen)) }
  }

  it('is the same as no answer, in every payload, mail and count, at every time', async () => {
    const [said, silent] = [await course(NO), await course(null)]
    expect(said.seen).toBe(silent.seen)
    expect(said.seen).toContain('LAPSED')
    expect(said.seen).not.toMatch(/declin|said no|saidNo/i)
  })

  it('is shown to the one who said it, who may think again until the time is over', async () => {
    const { bela, chioma, make, db } = await buildThree()
    const { introductionId } = await make()
    await bela.at().introduction.answer({ introductionId, reply: NO })
    await chioma.at().introduction.answer({ introductionId, reply: YES })
    expect((await seenBy(bela)).answered).toMatchObject([{ answer: 'DECLINED' }])
    await bela.at(daysOn(3)).introduction.undo({ introductionId })
    await bela.at(daysOn(3)).introduction.answer({ introductionId, reply: YES })
    expect(await db.introduction.findUnique({ where: { id: introductionId } })).toMatchObject({ connectedAt: daysOn(3) })
  })
})

describe('time', () => {
  it('over after thirty days for both, and the pair may be brought up again', async () => {
    const { ada, bela, make, db } = await buildThree()
    const { introductionId } = await make()
    await expect(bela.at(daysOn(30)).introduction.answer({ introductionId, reply: YES })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    expect((await seenBy(bela, daysOn(30))).waiting).toEqual([])
    expect((await seenBy(ada, daysOn(30))).made).toMatchObject([{ state: 'LAPSED' }])
    await tendIntroductions(db, daysOn(31))
    expect((await seenBy(ada, daysOn(31))).made).toMatchObject([{ state: 'LAPSED' }])
    await make({ nonce: 'a-second-try-0000' }, daysOn(31))
    expect(await db.introduction.count()).toBe(2)
  })

  it('taken back: nobody is asked any more', async () => {
    const { ada, bela, chioma, make } = await buildThree()
    const { introductionId } = await make()
    await expect(bela.at().introduction.withdraw({ introductionId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await ada.at(daysOn(1)).introduction.withdraw({ introductionId })
    await ada.at(daysOn(2)).introduction.withdraw({ introductionId })
    expect((await seenBy(chioma, daysOn(2))).waiting).toEqual([])
    await expect(chioma.at(daysOn(2)).introduction.answer({ introductionId, reply: YES })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    expect((await seenBy(ada, daysOn(2))).made).toMatchObject([{ state: 'WITHDRAWN' }])
  })

  it('three weeks later each is asked once; the introducer hears of it when both say that they talked', async () => {
    const { ada, bela, chioma, make, db } = await buildThree()
    const { introductionId } = await make()
    for (const person of [bela, chioma]) await person.at().introduction.answer({ introductionId, reply: YES })
    const say = (person: TestPerson, outcome: 'IN_TOUCH' | 'NOTHING', day: number) => person.at(daysOn(day)).introduction.sayOutcome({ introductionId, outcome })
    await tendIntroductions(db, daysOn(20))
    await expect(say(bela, 'IN_TOUCH', 20)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    await tendIntroductions(db, daysOn(21))
    expect((await seenBy(bela, daysOn(21))).connected).toMatchObject([{ outcomeAsked: true }])
    const cameOfIt = async () => (await seenBy(ada, daysOn(22))).made[0]?.cameOfIt
    await say(bela, 'IN_TOUCH', 21)
    expect(await cameOfIt()).toBe(false)
    expect((await seenBy(bela, daysOn(21))).connected).toMatchObject([{ outcomeAsked: false }])
    await say(chioma, 'NOTHING', 21)
    expect(await cameOfIt()).toBe(false)
    await say(chioma, 'IN_TOUCH', 22)
    expect(await cameOfIt()).toBe(true)
    await expect(say(chioma, 'NOTHING', 49)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    await expect(ada.at(daysOn(22)).introduction.sayOutcome({ introductionId, outcome: 'NOTHING' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('blocks, hiding and going', () => {
  const pairs = [['bela', 'ada'], ['bela', 'chioma'], ['chioma', 'bela'], ['chioma', 'ada']] as const

  it('whom the introducer blocked is not among their people any more', async () => {
    const { ada, bela, make, db } = await buildThree()
    await buildBlock(db, { blockerId: ada.id, blockedId: bela.id })
    await expect(make()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await db.introduction.count()).toBe(0)
  })

  it.each(pairs)('%s blocked %s: nothing is delivered, and the introducer sees what they always see', async (blocker, blocked) => {
    const three = await buildThree()
    const { ada, bela, chioma, make, db } = three
    await buildBlock(db, { blockerId: three[blocker].id, blockedId: three[blocked].id })
    const { introductionId } = await make()
    for (const person of [bela, chioma]) {
      const { waiting, mails } = await seenBy(person)
      expect([waiting, mails]).toEqual([[], []])
      await expect(person.at().introduction.answer({ introductionId, reply: YES })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    }
    expect((await seenBy(ada)).made).toMatchObject([{ state: 'WAITING' }])
    expect((await seenBy(ada, daysOn(30))).made).toMatchObject([{ state: 'LAPSED' }])
  })

  it('a block after one yes: the other yes connects nobody, and who said yes goes on waiting', async () => {
    const { bela, chioma, make, db } = await buildThree()
    const { introductionId } = await make()
    await bela.at().introduction.answer({ introductionId, reply: YES })
    await buildBlock(db, { blockerId: chioma.id, blockedId: bela.id })
    await expect(chioma.at().introduction.answer({ introductionId, reply: YES })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    expect((await seenBy(bela)).answered).toMatchObject([{ state: 'WAITING', answer: 'ACCEPTED' }])
    expect(await db.contactField.count()).toBe(0)
  })

  it.each([YES, NO])('an answer taken back after a block waits again and can be given again: $answer', async (reply) => {
    const { bela, chioma, make, db } = await buildThree()
    const { introductionId } = await make()
    await bela.at().introduction.answer({ introductionId, reply })
    await buildBlock(db, { blockerId: chioma.id, blockedId: bela.id })
    await bela.at().introduction.undo({ introductionId })
    expect((await seenBy(bela)).waiting).toMatchObject([{ introductionId }])
    await bela.at().introduction.answer({ introductionId, reply: YES })
    expect((await seenBy(bela)).answered).toMatchObject([{ state: 'WAITING', answer: 'ACCEPTED' }])
    expect((await seenBy(chioma)).waiting).toEqual([])
  })

  it('many of one introducer hide nobody else’s, blocked or not', async () => {
    const { bela, make, db } = await buildThree()
    const { introductionId } = await make()
    const spammer = (await buildThree()).ada
    for (let at = 0; at < 21; at++) {
      const other = await buildUser(db)
      await buildIntroduction(db, { byId: spammer.id, between: [bela.id, other.id], createdAt: daysOn(1) })
    }
    const seen = async () => (await seenBy(bela, daysOn(1))).waiting.map((one) => one.introductionId)
    expect(await seen()).toContain(introductionId)
    await buildBlock(db, { blockerId: bela.id, blockedId: spammer.id })
    expect(await seen()).toEqual([introductionId])
  })

  it('writes to one person three times a week at most; further ones wait in their list, and nobody is told', async () => {
    const { ada, bela, make, db } = await buildThree()
    for (let at = 0; at < 4; at++) {
      const { id: userId } = await buildUser(db)
      const { id: otherContactId } = await buildContact(db, { ownerId: ada.id, userId })
      await make({ otherContactId, nonce: `one-of-many-nonce-${String(at)}` })
    }
    const belas = await seenBy(bela)
    expect(belas.waiting).toHaveLength(4)
    expect(belas.mails).toHaveLength(3)
    expect((await seenBy(ada)).made.map(({ state }) => state)).toEqual(['WAITING', 'WAITING', 'WAITING', 'WAITING'])
  })

  it('of somebody who hides the other sees the name and the reason alone', async () => {
    const { bela, chioma, make, db } = await buildThree()
    await buildProfile(db, { userId: chioma.id, headline: 'Boat builder' })
    await make()
    expect((await seenBy(bela)).waiting).toMatchObject([{ otherHeadline: 'Boat builder' }])
    await db.profile.update({ where: { userId: chioma.id }, data: { visible: false } })
    expect((await seenBy(bela)).waiting).toMatchObject([{ otherName: 'Chioma Obi', otherHeadline: '' }])
  })

  it('an account that goes in the middle takes the introduction along', async () => {
    const { ada, bela, chioma, make, db } = await buildThree()
    const { introductionId } = await make()
    await bela.at().introduction.answer({ introductionId, reply: YES })
    await db.user.delete({ where: { id: bela.id } })
    expect((await seenBy(chioma)).waiting).toEqual([])
    await expect(chioma.at().introduction.answer({ introductionId, reply: YES })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    expect((await seenBy(ada)).made).toEqual([])
  })

  it('is answered on one’s own side alone, whatever else is sent', async () => {
    const { ada, bela, chioma, make, db } = await buildThree()
    const { introductionId } = await make()
    const stranger = (await buildThree()).bela
    for (const person of [ada, stranger]) {
      await expect(person.at().introduction.answer({ introductionId, reply: YES })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    const sneaky = { introductionId, userId: chioma.id, connectedAt: NOW, reply: { ...YES, shares: [{ kind: 'EMAIL', value: 'eve@example.org' }], email: 'eve@example.org' } }
    await bela.at().introduction.answer(sneaky)
    const sides = await db.introductionSide.findMany({ where: { introductionId } })
    expect(sides.find(({ userId }) => userId === chioma.id)).toMatchObject({ answer: 'WAITING' })
    expect(JSON.stringify(sides)).not.toContain('eve@')
    await expect(bela.at().introduction.answer({ introductionId, reply: { ...YES, phone: 'call me' } })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
