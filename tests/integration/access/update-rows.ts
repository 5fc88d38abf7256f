import { randomText } from '@/server/lib/tokens'
import { buildContact } from '../../factories/contact'
import { buildUpdate } from '../../factories/update'
import { type Entry, PROVED, SIGNED_IN } from './rows'
import type { Actor, World } from './world'

/** For the other person, whom the actor has in their list. */
async function update(world: World, actor: Actor) {
  const ownerId = world.viewer(actor)?.userId
  if (ownerId !== undefined) await buildContact(world.db, { ownerId, userId: world.other.id })
  return { text: 'I am building a boat.', nonce: randomText(24), audience: { to: 'PEOPLE' } }
}

/** What the actor wrote; a visitor is given somebody else's. */
async function ownUpdate(world: World, actor: Actor) {
  const { id } = await buildUpdate(world.db, { userId: world.viewer(actor)?.userId ?? world.other.id })
  return { updateId: id }
}

/** What the other person wrote for the actor. */
async function updateForMe(world: World, actor: Actor) {
  const me = world.viewer(actor)?.userId
  const { id } = await buildUpdate(world.db, { userId: world.other.id, readerIds: me === undefined ? [] : [me] })
  return { updateId: id }
}

/** The procedures of updates and takeaways. */
export const UPDATE_ROWS: Readonly<Record<string, Entry>> = {
  'update.list': { access: SIGNED_IN },
  'update.mute': { access: SIGNED_IN, input: updateForMe },
  'update.own': { access: SIGNED_IN },
  'update.remove': { access: PROVED, input: ownUpdate },
  'update.unmute': { access: SIGNED_IN, input: ({ other }) => ({ authorId: other.id }) },
  'update.write': { access: PROVED, input: update },
}
