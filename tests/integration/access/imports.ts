import { newId } from '@/server/lib/tokens'
import { buildContact } from '../../factories/contact'
import { NOW } from '../../factories/moment'
import { type Entry, PROVED, SIGNED_IN } from './rows'
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

/** A preview of the actor's own. */
async function preview(world: World, actor: Actor) {
  const id = newId('importRun')
  await world.db.importRun.create({ data: { id, ownerId: ownerOf(world, actor), format: 'CSV', fileName: 'x.csv', rows: 0, createdAt: NOW } })
  return { runId: id }
}

/** An import of the actor's own that was taken back. */
async function undone(world: World, actor: Actor) {
  const { runId } = await preview(world, actor)
  await world.db.importRun.update({ where: { id: runId }, data: { state: 'UNDONE', undoneAt: NOW } })
  return { runId }
}

/** The procedures of bringing people in and out of one's list. */
export const IMPORTS: Readonly<Record<string, Entry>> = {
  'account.data': { access: SIGNED_IN },
  // Nobody here owns a community or runs the installation any more: those are refused with a sentence of their own.
  'account.delete': {
    access: SIGNED_IN,
    input: async (world, actor) => {
      await world.db.installation.deleteMany()
      await world.db.membership.deleteMany({ where: { role: 'OWNER' } })
      return { typed: world.viewer(actor)?.email ?? world.viewer(actor)?.name ?? '' }
    },
  },
  'duplicate.keepApart': { access: PROVED, input: twoEntries },
  'duplicate.list': { access: PROVED },
  'duplicate.merge': { access: PROVED, input: twoEntries },
  'duplicate.mergeSure': { access: PROVED },
  'duplicate.undo': { access: PROVED, input: mergeOf },
  'import.choose': {
    access: PROVED,
    input: async (world, actor) => ({ ...(await preview(world, actor)), targets: [], preferFile: false, cadence: null, groupId: null, tag: '' }),
  },
  'import.list': { access: PROVED },
  'import.progress': { access: PROVED, input: async (world, actor) => ({ eventId: (await preview(world, actor)).runId }) },
  'import.read': { access: PROVED, input: () => ({ file: new Blob(['Name\nAda\n']), fileName: 'people.csv' }) },
  'import.show': { access: PROVED, input: async (world, actor) => ({ ...(await preview(world, actor)), decision: null, page: 1 }) },
  'import.start': { access: PROVED, input: preview },
  'import.table': { access: PROVED },
  'import.undo': { access: PROVED, input: undone },
  'import.vcards': { access: PROVED, input: () => ({ notes: false }) },
}
