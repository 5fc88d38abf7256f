import { describe, expect, it } from 'vitest'
import { CIRCLE_VIEWS } from '@/domain/my-circle/show-circle'
import { newId, randomText } from '@/server/lib/tokens'
import { buildCommunity, buildEvent, buildMembership } from '../factories/community'
import { buildContact, buildInteraction } from '../factories/contact'
import { buildBlock, buildCheckIn, buildMeeting, buildSuggestion } from '../factories/evening'
import { NOW } from '../factories/moment'
import { buildProfile, giveInterests } from '../factories/profile'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'
import { callerOf } from './room-callers'

const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
type User = Awaited<ReturnType<typeof buildUser>>

/** The owner met this member at the event, so many days ago. */
async function met(owner: User, member: User, eventId: string, ago = 10) {
  const db = testDb()
  const meeting = await buildMeeting(db, { eventId, between: [owner.id, member.id] })
  const known = await db.contact.findUnique({ where: { ownerId_userId: { ownerId: owner.id, userId: member.id } } })
  const contact = known ?? (await buildContact(db, { ownerId: owner.id, userId: member.id, name: member.name }))
  await buildInteraction(db, { contactId: contact.id, kind: 'MET', meetingId: meeting.id, at: daysAgo(ago) })
  return contact
}

async function introduced(by: User, [one, other]: readonly [User, User], connectedAt: Date | null) {
  const [aId, bId] = [one.id, other.id].sort()
  await testDb().introduction.create({
    data: { id: newId('introduction'), byId: by.id, aId: aId ?? '', bId: bId ?? '', nonce: randomText(20), createdAt: NOW, expiresAt: NOW, connectedAt },
  })
}

/** Ada met Ben and Cem on one evening, Dora on another; Ben shows bees, Dora hides. */
async function ownList() {
  const db = testDb()
  const [ada, ben, cem, dora, eve] = [
    await buildUser(db, { name: 'Ada' }),
    await buildUser(db, { name: 'Ben' }),
    await buildUser(db, { name: 'Cem' }),
    await buildUser(db, { name: 'Dora' }),
    await buildUser(db, { name: 'Eve' }),
  ]
  const community = await buildCommunity(db, { name: 'Thursdays' })
  const [first, second] = [await buildEvent(db, { communityId: community.id }), await buildEvent(db, { name: 'Garden', startsAt: daysAgo(90), endsAt: daysAgo(89) })]
  for (const person of [ada, ben, cem, dora, eve]) await buildCheckIn(db, { eventId: first.id, userId: person.id })
  await giveInterests(db, ben.id, ['bees'])
  await buildProfile(db, { userId: dora.id, visible: false })
  await giveInterests(db, dora.id, ['opera'])
  const contacts = { ben: await met(ada, ben, first.id), cem: await met(ada, cem, first.id, 50), dora: await met(ada, dora, second.id, 120) }
  const gus = await buildContact(db, { ownerId: ada.id, name: 'Gus', organization: 'Acme', tags: ['bees'] })
  return { ada, ben, cem, dora, eve, first, second, contacts: { ...contacts, gus } }
}

/** All that the pages of one's circle are made of. */
async function everything(owner: User, now = NOW) {
  const caller = callerOf(testDb(), owner, { now })
  const views = await Promise.all(CIRCLE_VIEWS.map((view) => caller.myCircle.show({ view })))
  const steps = await Promise.all((['missed', 'more', 'introduce', 'quiet'] as const).map((step) => caller.myCircle.audit({ step })))
  return { views, steps }
}

describe('one’s own circle', () => {
  it('counts where people were met, what they show and are tagged, and how long ago', async () => {
    const { ada } = await ownList()
    const caller = callerOf(testDb(), ada)
    const counts = async (view: (typeof CIRCLE_VIEWS)[number]) => {
      const { rows, without, people } = await caller.myCircle.show({ view })
      return { people, without, rows: rows.map(({ label, kind, count }) => [kind ?? label, count]) }
    }
    expect(await counts('community')).toEqual({ people: 4, without: 1, rows: [['Thursdays', 2], ['Thursday Gathering', 1]] })
    expect(await counts('interest')).toEqual({ people: 4, without: 2, rows: [['bees', 2]] })
    expect(await counts('silence')).toEqual({
      people: 4,
      without: 0,
      rows: [['MONTH', 1], ['QUARTER', 1], ['HALF_YEAR', 1], ['YEAR', 0], ['LONGER', 0], ['NEVER', 1]],
    })
    expect(await counts('bridges')).toEqual({ people: 4, without: 2, rows: [['EVENT', 2]] })
  })

  it('takes groups, organizations as written and own introductions for ties', async () => {
    const { ada, ben, dora, contacts } = await ownList()
    const db = testDb()
    await db.contact.update({ where: { id: contacts.cem.id }, data: { organization: ' ACME ' } })
    const group = await db.contactGroup.create({ data: { id: newId('contactGroup'), ownerId: ada.id, name: 'Choir', createdAt: NOW } })
    for (const contactId of [contacts.gus.id, contacts.dora.id]) await db.contactGroupMember.create({ data: { groupId: group.id, contactId } })
    await introduced(ada, [ben, dora], NOW)
    const { rows, without, bridges } = await callerOf(db, ada).myCircle.show({ view: 'bridges' })
    expect(rows.map(({ kind, some }) => [kind, some.map(({ name }) => name).sort()])).toEqual([
      ['EVENT', ['Ben', 'Cem']],
      ['GROUP', ['Dora', 'Gus']],
      ['INTRODUCTION', ['Ben', 'Dora']],
      ['ORGANIZATION', ['Cem', 'Gus']],
    ])
    // A ring of four: nobody alone holds it together.
    expect({ without, bridges }).toEqual({ without: 0, bridges: [] })
  })

  it('is empty for somebody without people', async () => {
    const { views } = await everything(await buildUser(testDb()))
    expect(views.map(({ people, picture, suggestion }) => [people, picture.dots.length, suggestion])).toEqual(CIRCLE_VIEWS.map(() => [0, 0, null]))
  })
})

describe('what others do and keep to themselves', () => {
  it('changes nothing that one sees', async () => {
    const { ada, ben, cem, dora, eve, first } = await ownList()
    const db = testDb()
    await callerOf(db, ada).myCircle.saveMoreOf({ topics: ['opera', 'bees'], words: '' })
    await buildSuggestion(db, { eventId: first.id, userId: ada.id, otherId: eve.id, shownAt: NOW })
    const before = await everything(ada)

    // They meet each other, and somebody else, where Ada was too.
    await met(ben, cem, first.id)
    await met(cem, ben, (await buildEvent(db)).id)
    await met(eve, dora, first.id)
    // They keep each other, and Ada, in lists of their own.
    const list = await buildContact(db, { ownerId: ben.id, userId: ada.id, name: 'Ada', tags: ['opera'], organization: 'Acme' })
    const group = await db.contactGroup.create({ data: { id: newId('contactGroup'), ownerId: ben.id, name: 'Choir', createdAt: NOW } })
    await db.contactGroupMember.create({ data: { groupId: group.id, contactId: list.id } })
    await buildInteraction(db, { contactId: list.id, kind: 'NOTE', note: 'About Ada' })
    // They write where they work and live, and what they look for; nothing of it is Ada's list's.
    for (const user of [ben, cem]) await db.profile.upsert({ where: { userId: user.id }, create: { userId: user.id, organization: 'Acme', city: 'Rome', updatedAt: NOW }, update: {} })
    // Others introduce them; of Ada's own introductions one waits and one was declined.
    await introduced(eve, [ben, dora], NOW)
    await introduced(cem, [ben, ada], NOW)
    await introduced(ada, [ben, cem], null)
    // Who hides changes what they would show; so does whom Ada was only shown.
    await giveInterests(db, dora.id, ['bees'])
    await giveInterests(db, eve.id, ['opera'])
    // They block each other, which is not Ada's either.
    await buildBlock(db, { blockerId: ben.id, blockedId: cem.id })
    await buildBlock(db, { blockerId: cem.id, blockedId: eve.id })
    // A meeting that Eve alone says there was.
    await buildMeeting(db, { eventId: first.id, between: [eve.id, ada.id], state: 'PROPOSED' })
    expect(await everything(ada)).toEqual(before)
  })

  it('shows interests while somebody wants to be seen, and not a moment longer', async () => {
    const { ada, ben, contacts } = await ownList()
    const db = testDb()
    const topics = async () => {
      const { rows } = await callerOf(db, ada).myCircle.show({ view: 'interest' })
      return rows.flatMap(({ label, some }) => some.map(({ contactId }) => [label, contactId]))
    }
    const tagged = ['bees', contacts.gus.id]
    expect(await topics()).toEqual([['bees', contacts.ben.id], tagged])
    await buildProfile(db, { userId: ben.id, visible: false })
    expect(await topics()).toEqual([tagged])
    await db.profile.update({ where: { userId: ben.id }, data: { visible: true } })
    await buildBlock(db, { blockerId: ben.id, blockedId: ada.id })
    expect(await topics()).toEqual([tagged])
  })

  it('leaves out whom one blocked', async () => {
    const { ada, ben } = await ownList()
    await buildBlock(testDb(), { blockerId: ada.id, blockedId: ben.id })
    expect(JSON.stringify(await everything(ada))).not.toContain('Ben')
  })

  it('is nobody else’s: another’s list is not in it', async () => {
    const { ada, ben } = await ownList()
    const mine = JSON.stringify(await everything(ada))
    expect(mine).toContain('Gus')
    expect(JSON.stringify(await everything(ben))).not.toMatch(/Gus|Cem|Dora|Acme/)
  })
})

describe('what one wants more of', () => {
  it('is kept as one’s own: known words by their name, new ones without becoming anybody’s interest', async () => {
    const { ada } = await ownList()
    const db = testDb()
    const caller = callerOf(db, ada)
    expect(await caller.myCircle.saveMoreOf({ topics: ['Bees', 'bees', 'Glass Blowing', '🎈'], words: ' people\nwho sing ' })).toEqual({ changed: true })
    expect(await caller.myCircle.saveMoreOf({ topics: ['bees', 'glass-blowing'], words: 'people who sing' })).toEqual({ changed: false })
    const { moreOf } = await caller.myCircle.show({ view: 'interest' })
    expect(moreOf).toEqual({
      wishes: [
        { slug: 'bees', label: 'bees' },
        { slug: 'glass-blowing', label: 'glass blowing' },
      ],
      words: 'people who sing',
    })
    expect(await db.interest.count({ where: { slug: 'glass-blowing' } })).toBe(0)
    expect(await db.userInterest.count({ where: { userId: ada.id } })).toBe(0)
  })

  it('suggests who shows it and was silent longest, and nobody who is in touch', async () => {
    const { ada, cem, contacts } = await ownList()
    const db = testDb()
    const caller = callerOf(db, ada)
    await caller.myCircle.saveMoreOf({ topics: ['bees'], words: '' })
    const suggestion = async () => (await caller.myCircle.show({ view: 'silence' })).suggestion
    // Ben was met ten days ago; Gus is tagged and was never written to.
    expect(await suggestion()).toMatchObject({ kind: 'PERSON', name: 'Gus', topic: 'bees', shown: false, lastOn: null })
    await giveInterests(db, cem.id, ['bees'])
    expect(await suggestion()).toMatchObject({ kind: 'PERSON', contactId: contacts.cem.id, shown: true, lastOn: '2026-09-30' })
    await buildBlock(db, { blockerId: cem.id, blockedId: ada.id })
    await db.contact.delete({ where: { id: contacts.gus.id } })
    expect(await suggestion()).toBe(null)
  })

  it('suggests an evening that speaks of it, of one’s own communities alone', async () => {
    const { ada } = await ownList()
    const db = testDb()
    const caller = callerOf(db, ada)
    await caller.myCircle.saveMoreOf({ topics: [], words: 'people who sing' })
    const later = { startsAt: daysAgo(-3), endsAt: daysAgo(-4) }
    await buildEvent(db, { ...later, name: 'Singing elsewhere' })
    expect((await caller.myCircle.show({ view: 'silence' })).suggestion).toBe(null)
    const { communityId } = await buildMembership(db, { userId: ada.id })
    const event = await buildEvent(db, { ...later, communityId, description: 'We sing by the water.' })
    expect((await caller.myCircle.show({ view: 'silence' })).suggestion).toEqual({ kind: 'EVENT', eventId: event.id, name: event.name, word: 'sing' })
  })

  it('names somebody whom one was shown and missed, by what one was told, while it is still so', async () => {
    const { ada, eve, first } = await ownList()
    const db = testDb()
    const caller = callerOf(db, ada)
    await caller.myCircle.saveMoreOf({ topics: ['opera'], words: '' })
    await giveInterests(db, eve.id, ['opera'])
    const suggestion = async () => (await caller.myCircle.show({ view: 'silence' })).suggestion
    const { id } = await buildSuggestion(db, { eventId: first.id, userId: ada.id, otherId: eve.id, shownAt: NOW, reasons: [{ code: 'notMetYet' }] })
    expect(await suggestion()).toBe(null)
    await db.suggestion.update({ where: { id }, data: { reasons: [{ code: 'sharedInterests', labels: ['bees', 'opera'] }] } })
    expect(await suggestion()).toEqual({ kind: 'NOT_MET', name: 'Eve', topic: 'opera', eventName: first.name })
    await db.userInterest.deleteMany({ where: { userId: eve.id } })
    expect(await suggestion()).toBe(null)
  })
})
