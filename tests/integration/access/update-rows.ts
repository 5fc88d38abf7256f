import { randomText } from '@/server/lib/tokens'
import { muteToken } from '@/server/services/update/mute-token'
import { buildContact } from '../../factories/contact'
import { buildUpdate } from '../../factories/update'
import { NOW, SECRET } from '../../factories/moment'
import { ANYBODY, type Entry, IN_THE_ROOM, PROVED, SIGNED_IN } from './rows'
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

/** The link of a digest; its token alone is looked at. */
function muteLink(world: World) {
  const userId = world.viewer('member')?.userId ?? ''
  return { token: muteToken(SECRET, { userId, authorId: world.other.id }, NOW) }
}

/** The procedures of updates and takeaways. */
export const UPDATE_ROWS: Readonly<Record<string, Entry>> = {
  'update.list': { access: SIGNED_IN },
  'update.mute': { access: SIGNED_IN, input: updateForMe },
  'update.muteByLink': { access: ANYBODY, input: muteLink },
  'update.muteView': { access: ANYBODY, input: muteLink },
  'update.own': { access: SIGNED_IN },
  'update.remove': { access: PROVED, input: ownUpdate },
  'update.takeaways': { access: IN_THE_ROOM, input: ({ eventId }) => ({ eventId }) },
  'update.unmute': { access: SIGNED_IN, input: ({ other }) => ({ authorId: other.id }) },
  'update.unmuteByLink': { access: ANYBODY, input: muteLink },
  'update.write': { access: PROVED, input: update },
  'update.writeTakeaway': {
    access: { ...IN_THE_ROOM, doorGuest: 'FORBIDDEN' },
    input: ({ eventId }) => ({ eventId, text: 'Bees dance.', nonce: randomText(24) }),
  },
}
