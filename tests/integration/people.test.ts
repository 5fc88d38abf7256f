import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { keepClaim } from '@/server/services/claim/settle-claim'
import { shareDetails } from '@/server/services/contact/share-details'
import { buildContact, buildGroup, buildInteraction } from '../factories/contact'
import { buildContext } from '../factories/context'
import { NOW } from '../factories/moment'
import { buildDoorGuest, buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'
import { PEOPLE } from './access/people'

const db = testDb()

async function owner(overrides: Parameters<typeof buildUser>[1] = {}) {
  const user = await buildUser(db, overrides)
  return { user, caller: createCaller(buildContext(db, viewerOf(user))) }
}

it("answers to another's contact, group or interaction as if there were none, and changes nothing", async () => {
  const theirs = await buildContact(db)
  const group = await buildGroup(db, { ownerId: theirs.ownerId })
  const { id: interactionId } = await buildInteraction(db, { contactId: theirs.id, kind: 'WROTE', note: 'Bees' })
  const { user, caller } = await owner()
  const mine = await buildContact(db, { ownerId: user.id })
  const before = await db.contact.findMany({ include: { interactions: true, groups: true, fields: true } })
  const call = (path: string, input: unknown): Promise<unknown> => {
    const [noun = '', verb = ''] = path.split('.')
    const procedures: unknown = Reflect.get(caller, noun)
    const procedure: unknown = Reflect.get(Object(procedures), verb)
    if (typeof procedure !== 'function') throw new Error(`${path} is no procedure.`)
    return Promise.resolve(Reflect.apply(procedure, undefined, [input]))
  }
  const more = { name: 'X', nonce: 'nonce-nonce', kind: 'NOTE', cadence: null, groupIds: [], fields: [], email: true, whose: 'MINE', kept: true }
  const scoped = Object.keys(PEOPLE).filter((path) => !['contact.add', 'contact.list', 'contact.tags', 'group.add', 'group.list'].includes(path))
  for (const path of scoped) {
    const ids = { contactId: theirs.id, groupId: group.id, interactionId, contactIds: [mine.id] }
    await expect(call(path, { ...ids, ...more }), path).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
  // Their interaction and their group under one's own contact, and their contact into one's own group.
  await caller.contact.undoLog({ contactId: mine.id, interactionId })
  await caller.contact.setGroups({ contactId: mine.id, groupIds: [group.id] })
  await expect(caller.contact.editInteraction({ contactId: mine.id, interactionId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const own = await buildGroup(db, { ownerId: user.id })
  expect(await caller.group.addMembers({ groupId: own.id, contactIds: [theirs.id] })).toEqual({ added: 0 })
  expect(await db.contact.findMany({ include: { interactions: true, groups: true, fields: true } })).toEqual(before)
})

it('counts a tap once however often it arrives, and takes it back', async () => {
  const { user, caller } = await owner()
  const contact = await buildContact(db, { ownerId: user.id })
  const tap = () => caller.contact.log({ contactId: contact.id, kind: 'CALLED', nonce: 'one-tap-of-many' })
  const receipts = await Promise.all(Array.from({ length: 8 }, tap))
  expect(new Set(receipts.map(({ interactionId }) => interactionId)).size).toBe(1)
  expect(await db.interaction.count()).toBe(1)
  const undo = { contactId: contact.id, interactionId: receipts[0]?.interactionId ?? '' }
  await caller.contact.undoLog(undo)
  await caller.contact.undoLog(undo)
  expect(await db.interaction.count()).toBe(0)
})

it('finds by name, tag, note and promise, each word somewhere, and by a name with a slip in it', async () => {
  const { user, caller } = await owner()
  const make = (name: string, more = {}) => buildContact(db, { ownerId: user.id, name, ...more })
  const elodie = await make('Élodie Okonkwo', { organization: 'Bakery', tags: ['climbing'] })
  await buildInteraction(db, { contactId: elodie.id, note: 'Long talk about gardens in Lisbon', myPromise: 'send the seed list' })
  const ivan = await make('Иван Ivanov', { about: 'Plays the violin' })
  await make('Grace Hopper')
  await buildContact(db, { name: 'Élodie of another', about: 'gardens violin climbing' })
  const found = async (q: string) => (await caller.contact.list({ q })).contacts.map(({ contactId, match }) => [contactId, match?.place ?? null])

  expect(await found('elodie')).toEqual([[elodie.id, null]])
  expect(await found('bak climb')).toEqual([[elodie.id, null]])
  expect(await found('okon garden')).toEqual([[elodie.id, 'NOTE']])
  expect(await found('seed')).toEqual([[elodie.id, 'MY_PROMISE']])
  expect(await found('иван')).toEqual([[ivan.id, null]])
  expect(await found('viol')).toEqual([[ivan.id, 'ABOUT']])
  expect(await found('elodie violin')).toEqual([])
  const slip = await caller.contact.list({ q: 'Okonkow' })
  expect(slip).toMatchObject({ close: true, contacts: [{ contactId: elodie.id }] })
  expect(await found("100%_'':*&|!(")).toEqual([])
})

it('survives whatever is looked for', async () => {
  const { user, caller } = await owner()
  await buildContact(db, { ownerId: user.id, name: 'Grace Hopper', about: 'Likes bees' })
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }).filter((q) => !q.includes('\0')), async (q) => {
      expect((await caller.contact.list({ q })).total).toBeLessThanOrEqual(1)
    }),
    { numRuns: 60 },
  )
})

it("gives a member's own address to one who knows them, and takes it back; a block takes the entry from whoever set it", async () => {
  const [ada, grace] = [await owner({ name: 'Ada' }), await owner({ name: 'Grace' })]
  const hers = await buildContact(db, { ownerId: ada.user.id, userId: grace.user.id })
  const entry = await buildContact(db, { ownerId: grace.user.id, userId: ada.user.id })
  await ada.caller.contact.share({ contactId: hers.id, email: true, phone: '+49 30 1234567' })
  const seen = await grace.caller.contact.show({ contactId: entry.id })
  expect(seen.fields.map(({ value, sharedById }) => [value, sharedById])).toEqual([
    [ada.user.email, ada.user.id],
    ['+49 30 1234567', ada.user.id],
  ])
  expect(JSON.stringify(await ada.caller.contact.show({ contactId: hers.id }))).not.toContain(grace.user.email)
  await ada.caller.contact.takeShareBack({ contactId: hers.id })
  expect((await grace.caller.contact.show({ contactId: entry.id })).fields).toEqual([])

  await db.block.create({ data: { blockerId: grace.user.id, blockedId: ada.user.id } })
  await expect(grace.caller.contact.show({ contactId: entry.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await grace.caller.contact.list({})).total).toBe(0)
  // Ada cannot tell: her own entry stays.
  expect((await ada.caller.contact.list({})).total).toBe(1)
  const details = [{ kind: 'EMAIL', value: 'grace@example.org' }] as const
  expect(await db.$transaction((tx) => shareDetails(tx, { fromId: grace.user.id, toId: ada.user.id, details, now: NOW }))).toBe(false)
})

it("keeps a guest's people when they prove their address", async () => {
  const guest = await buildDoorGuest(db)
  const caller = createCaller(buildContext(db, viewerOf(guest)))
  const friend = await buildUser(db)
  const contact = await buildContact(db, { ownerId: guest.id, userId: friend.id, name: 'Friend' })
  await caller.contact.log({ contactId: contact.id, kind: 'NOTE', note: 'Plays chess', nonce: 'a-note-of-mine' })
  await caller.contact.edit({ contactId: contact.id, name: 'Friend', tags: 'chess' })
  await caller.contact.setCadence({ contactId: contact.id, cadence: 'MONTHLY' })
  const { user, caller: claimed } = await owner({ email: guest.doorEmail })
  await keepClaim(db, { proof: { guestId: guest.id, email: user.email ?? '' }, userId: user.id, locale: 'en', now: NOW })
  expect(await claimed.contact.show({ contactId: contact.id })).toMatchObject({
    name: 'Friend',
    tags: ['chess'],
    standing: { cadence: 'MONTHLY', source: 'OWN' },
    timeline: [{ note: 'Plays chess' }],
  })
})
