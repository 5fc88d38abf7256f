import { randomText } from '@/server/lib/tokens'
import { buildContact, buildInteraction } from '../../factories/contact'
import { type Entry, SIGNED_IN } from './rows'
import type { Actor, World } from './world'

/** An entry in the actor's own list; a visitor is given somebody else's. */
async function ownContact(world: World, actor: Actor) {
  const ownerId = world.viewer(actor)?.userId ?? world.other.id
  return { contactId: (await buildContact(world.db, { ownerId })).id }
}

async function ownInteraction(world: World, actor: Actor) {
  const { contactId } = await ownContact(world, actor)
  const { id } = await buildInteraction(world.db, { contactId, kind: 'WROTE' })
  return { contactId, interactionId: id }
}

/** The procedures of one's own people. */
export const PEOPLE: Readonly<Record<string, Entry>> = {
  'contact.list': { access: SIGNED_IN, input: () => ({}) },
  'contact.log': {
    access: SIGNED_IN,
    input: async (world, actor) => ({ ...(await ownContact(world, actor)), kind: 'WROTE', nonce: randomText(24) }),
  },
  'contact.show': { access: SIGNED_IN, input: ownContact },
  'contact.undoLog': { access: SIGNED_IN, input: ownInteraction },
}
