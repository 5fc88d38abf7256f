import { newId } from '@/server/lib/tokens'
import { buildContact } from '../../factories/contact'
import { NOW } from '../../factories/moment'
import { type Entry, PROVED } from './rows'
import type { Actor, World } from './world'

const ownerOf = (world: World, actor: Actor) => world.viewer(actor)?.userId ?? world.other.id

/** Two entries of the actor's own list; a visitor is given somebody else's. */
async function twoEntries(world: World, actor: Actor) {
  const ownerId = ownerOf(world, actor)
  return { keepId: (await buildContact(world.db, { ownerId })).id, goneId: (await buildContact(world.db, { ownerId })).id }
}

/** A merge that the actor made, and took back already. */
async function mergeOf(world: World, actor: Actor) {
  const ownerId = ownerOf(world, actor)
  const { id: keptId } = await buildContact(world.db, { ownerId })
  const id = newId('contactMerge')
  await world.db.contactMerge.create({ data: { id, ownerId, keptId, gone: {}, reasons: [], mergedAt: NOW, undoneAt: NOW } })
  return { mergeId: id }
}

/** The procedures of bringing people in and out of one's list. */
export const IMPORTS: Readonly<Record<string, Entry>> = {
  'duplicate.keepApart': { access: PROVED, input: twoEntries },
  'duplicate.list': { access: PROVED },
  'duplicate.merge': { access: PROVED, input: twoEntries },
  'duplicate.mergeSure': { access: PROVED },
  'duplicate.undo': { access: PROVED, input: mergeOf },
}
