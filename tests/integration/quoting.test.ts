import { describe, expect, it } from 'vitest'
import { writeFollowUps } from '@/server/services/follow-up/write-follow-ups'
import { followUpToken } from '@/server/services/follow-up/follow-up-token'
import { viewLink } from '@/server/services/follow-up/mail-link'
import { buildEvent } from '../factories/community'
import { buildContact, buildInteraction } from '../factories/contact'
import { buildBlock, buildMeeting } from '../factories/evening'
import { NOW, SECRET } from '../factories/moment'
import { buildProfile } from '../factories/profile'
import { testDb } from '../setup/integration'
import { buildThree, daysOn } from './introduction-callers'

const HIDDEN = 'repair an old accordion'

/** Ada has Bela in her list, Bela's words fit Ada's, and drafts quote them: with this done to it they may not. */
async function fitting() {
  const three = await buildThree()
  const { db, ada, bela, chioma, one } = three
  await buildProfile(db, { userId: ada.id, offer: HIDDEN, ask: HIDDEN })
  await buildProfile(db, { userId: chioma.id, ask: HIDDEN })
  await buildProfile(db, { userId: bela.id, ask: HIDDEN, offer: HIDDEN })
  await buildInteraction(db, { contactId: one.id, kind: 'WROTE', at: daysOn(-300) })
  return three
}
type Three = Awaited<ReturnType<typeof fitting>>

/** All that quotes Bela's profile in front of Ada. */
async function readByAda({ db, ada, bela, one, other }: Three): Promise<string> {
  const caller = ada.at()
  const today = await caller.today.mine({})
  const cards = [...today.due, ...today.fourFromTheBottom.map(({ card }) => card)]
  const drafted = await caller.introduction.draft({ one: { contactId: one.id }, otherContactId: other.id })
  const token = followUpToken(SECRET, { contactId: one.id, ownerId: ada.id, action: 'done' }, NOW)
  const link = await viewLink(db, { secret: SECRET, token, now: NOW, locale: 'en' })
  const event = await buildEvent(db)
  const meeting = await buildMeeting(db, { eventId: event.id, between: [ada.id, bela.id] })
  const { id } = await buildInteraction(db, { contactId: one.id, meetingId: meeting.id, at: daysOn(-299) })
  await writeFollowUps(db, { eventId: event.id, eventName: 'Tea', dueOn: '2026-11-20', ownerIds: [ada.id] }, NOW)
  const prompts = await db.followUp.findMany({ where: { contactId: one.id } })
  await db.interaction.delete({ where: { id } })
  return JSON.stringify({ cards: cards.filter(({ contactId }) => contactId === one.id), drafted, draft: link.draft, prompts })
}

const DONE: Readonly<Record<string, (three: Three) => Promise<unknown>>> = {
  'Bela hides': ({ db, bela }) => db.profile.update({ where: { userId: bela.id }, data: { visible: false } }),
  'Bela blocked Ada': ({ db, ada, bela }) => buildBlock(db, { blockerId: bela.id, blockedId: ada.id }),
}

describe('what of a profile may be quoted to whom', () => {
  it('of somebody who shows it, to one who knows them', async () => {
    const text = await readByAda(await fitting())
    expect(text.split(HIDDEN).length).toBeGreaterThan(4)
  })

  it.each(Object.keys(DONE))('%s: in no draft, reason, prompt or link', async (what) => {
    const three = await fitting()
    await DONE[what]?.(three)
    expect(await readByAda(three)).not.toContain('accordion')
  })

  it('Bela blocked Chioma: no reason for the two', async () => {
    const { db, ada, bela, chioma, one, other } = await fitting()
    await buildBlock(db, { blockerId: bela.id, blockedId: chioma.id })
    expect(await ada.at().introduction.draft({ one: { contactId: one.id }, otherContactId: other.id })).toMatchObject({ reasonForOne: '', reasonForOther: '' })
  })
})

describe('a block that the other set', () => {
  /** Everything in which Ada finds her own entries, as she sees it. */
  async function ownPages({ ada, one }: Three) {
    const caller = ada.at()
    const [list, found, tags, groups, people, own, asked, duplicates, shown] = await Promise.all([
      caller.contact.list({ sort: 'name' }),
      caller.contact.list({ q: 'accordion' }),
      caller.contact.tags(),
      caller.group.list(),
      caller.introduction.people(),
      caller.update.own(),
      caller.ask.put({ communityId: null, text: 'zither tuning', details: { shareEmail: false, phone: '' }, nonce: 'a-nonce-of-sixteen' }),
      caller.duplicate.list(),
      caller.contact.show({ contactId: one.id }),
    ])
    const plain = ({ contactId, name, cadence }: (typeof list.contacts)[number]) => ({ contactId, name, cadence })
    const { standing, ...rest } = shown
    return { list: list.contacts.map(plain), found: found.contacts.map(plain), tags, groups, people, writable: own.people, asked, duplicates, rest, cadence: standing.cadence }
  }

  it('changes nothing in her own list; one that she set takes the entry out of all of it', async () => {
    const three = await fitting()
    const { db, ada, bela, one } = three
    await db.contact.update({ where: { id: one.id }, data: { tags: ['zither'], about: 'plays accordion and zither' } })
    await buildContact(db, { ownerId: bela.id, userId: ada.id })
    const before = await ownPages(three)
    expect(JSON.stringify(before.found)).toContain(one.id)
    expect(before.asked).toMatchObject({ state: 'NOBODY', known: [{ contactId: one.id }] })
    await buildBlock(db, { blockerId: bela.id, blockedId: ada.id })
    expect(await ownPages(three)).toEqual(before)
    await ada.at().contact.share({ contactId: one.id, email: true, phone: '' })
    expect((await ada.at().contact.show({ contactId: one.id })).shared).toHaveLength(1)
    const today = await ada.at().today.mine({})
    expect(JSON.stringify([today.due, today.fourFromTheBottom])).not.toContain(one.id)

    await testDb().block.create({ data: { blockerId: ada.id, blockedId: bela.id, createdAt: NOW } })
    const caller = ada.at()
    const mine = await Promise.all([caller.contact.list({}), caller.contact.tags(), caller.introduction.people(), caller.contact.list({ q: 'accordion' })])
    expect(JSON.stringify(mine)).not.toMatch(/zither|Bela/)
    await expect(caller.introduction.draft({ one: { contactId: one.id }, otherContactId: three.other.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
