import { randomText } from '@/server/lib/tokens'
import { buildContact, buildFollowUp } from '../../factories/contact'
import { type Entry, PROVED, SIGNED_IN } from './rows'
import type { Actor, World } from './world'

/** An entry in the actor's own list; a visitor is given somebody else's. */
async function ownContact(world: World, actor: Actor) {
  const ownerId = world.viewer(actor)?.userId ?? world.other.id
  return { contactId: (await buildContact(world.db, { ownerId })).id }
}

/** The procedures of Today and of what one plans. */
export const TODAY: Readonly<Record<string, Entry>> = {
  'followUp.notNeeded': {
    access: SIGNED_IN,
    input: async (world, actor) => ({ followUpId: (await buildFollowUp(world.db, await ownContact(world, actor))).id }),
  },
  'followUp.plan': {
    access: SIGNED_IN,
    input: async (world, actor) => ({
      ...(await ownContact(world, actor)),
      dueOn: '2026-11-26',
      dueTime: '09:00',
      about: '',
      nonce: randomText(24),
    }),
  },
  'followUp.planned': { access: SIGNED_IN, input: ownContact },
  'today.card': { access: SIGNED_IN, input: ownContact },
  'today.did': {
    access: SIGNED_IN,
    input: async (world, actor) => ({ ...(await ownContact(world, actor)), kind: 'WROTE', nonce: randomText(24) }),
  },
  'today.goOn': { access: PROVED },
  'today.mine': { access: SIGNED_IN, input: () => ({}) },
  'today.pause': { access: PROVED, input: () => ({ until: null }) },
  'today.putOff': { access: SIGNED_IN, input: async (world, actor) => ({ ...(await ownContact(world, actor)), until: 'tomorrow' }) },
  'today.saveDraft': { access: SIGNED_IN, input: async (world, actor) => ({ ...(await ownContact(world, actor)), text: 'Hello' }) },
  'today.skip': { access: SIGNED_IN, input: ownContact },
  'today.undo': { access: SIGNED_IN, input: async (world, actor) => ({ ...(await ownContact(world, actor)), act: 'snoozed' }) },
}
