import { randomText } from '@/server/lib/tokens'
import { buildContact, buildGroup, buildInteraction } from '../../factories/contact'
import { buildUser } from '../../factories/user'
import { type Entry, PROVED, SIGNED_IN } from './rows'
import type { Actor, World } from './world'

const ownerOf = (world: World, actor: Actor) => world.viewer(actor)?.userId ?? world.other.id

/** An entry in the actor's own list; a visitor is given somebody else's. */
async function ownContact(world: World, actor: Actor) {
  return { contactId: (await buildContact(world.db, { ownerId: ownerOf(world, actor) })).id }
}

async function ownInteraction(world: World, actor: Actor) {
  const { contactId } = await ownContact(world, actor)
  const { id } = await buildInteraction(world.db, { contactId, kind: 'WROTE' })
  return { contactId, interactionId: id }
}

async function ownGroup(world: World, actor: Actor) {
  return { groupId: (await buildGroup(world.db, { ownerId: ownerOf(world, actor) })).id }
}

const withOwn = (more: Readonly<Record<string, unknown>>) => async (world: World, actor: Actor) => ({
  ...(await ownContact(world, actor)),
  ...more,
})
const withMembers = async (world: World, actor: Actor) => ({
  ...(await ownGroup(world, actor)),
  contactIds: [(await ownContact(world, actor)).contactId],
})

/** The procedures of one's own people. */
export const PEOPLE: Readonly<Record<string, Entry>> = {
  'contact.add': { access: PROVED, input: () => ({ name: 'Grace', nonce: randomText(24) }) },
  'contact.edit': { access: SIGNED_IN, input: withOwn({ name: 'Grace' }) },
  'contact.editInteraction': { access: SIGNED_IN, input: ownInteraction },
  'contact.liftPutOff': { access: SIGNED_IN, input: ownContact },
  'contact.list': { access: SIGNED_IN, input: () => ({}) },
  'contact.log': { access: SIGNED_IN, input: withOwn({ kind: 'WROTE', nonce: randomText(24) }) },
  'contact.remove': { access: SIGNED_IN, input: ownContact },
  'contact.setCadence': { access: SIGNED_IN, input: withOwn({ cadence: 'MONTHLY' }) },
  'contact.setFields': { access: PROVED, input: withOwn({ fields: [{ kind: 'PHONE', value: '+49 30 1234567' }] }) },
  'contact.setGroups': { access: PROVED, input: withOwn({ groupIds: [] }) },
  'contact.share': {
    access: PROVED,
    input: async (world, actor) => {
      const ownerId = ownerOf(world, actor)
      const friend = await buildUser(world.db)
      await buildContact(world.db, { ownerId: friend.id, userId: ownerId })
      const contact = await buildContact(world.db, { ownerId, userId: friend.id })
      return { contactId: contact.id, email: true }
    },
  },
  'contact.show': { access: SIGNED_IN, input: ownContact },
  'contact.tags': { access: SIGNED_IN },
  'contact.takeShareBack': { access: PROVED, input: ownContact },
  'contact.tickPromise': {
    access: SIGNED_IN,
    input: async (world, actor) => ({ ...(await ownInteraction(world, actor)), whose: 'MINE', kept: true }),
  },
  'contact.undoLog': { access: SIGNED_IN, input: ownInteraction },
  'group.add': { access: PROVED, input: () => ({ name: 'Mentors', cadence: null }) },
  'group.addMembers': { access: PROVED, input: withMembers },
  'group.change': { access: PROVED, input: async (world, actor) => ({ ...(await ownGroup(world, actor)), name: 'Mentors', cadence: null }) },
  'group.dropMembers': { access: PROVED, input: withMembers },
  'group.list': { access: SIGNED_IN },
  'group.remove': { access: PROVED, input: ownGroup },
}
