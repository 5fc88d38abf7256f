import { buildContact } from '../../factories/contact'
import { type Entry, PROVED, SIGNED_IN } from './rows'
import type { Actor, World } from './world'

/** An entry in the actor's own list; a visitor is given somebody else's. */
async function ownPeople(world: World, actor: Actor) {
  const ownerId = world.viewer(actor)?.userId ?? world.other.id
  return { contactIds: [(await buildContact(world.db, { ownerId })).id] }
}

/** The procedures of the circle that one's own people are, and of the quarterly look at it. */
export const MY_CIRCLE: Readonly<Record<string, Entry>> = {
  'myCircle.audit': { access: PROVED, input: () => ({ step: 'missed' }) },
  'myCircle.auditDue': { access: PROVED },
  'myCircle.changed': { access: PROVED, input: () => ({ missed: [], quiet: [] }) },
  'myCircle.miss': { access: PROVED, input: ownPeople },
  'myCircle.quiet': { access: PROVED, input: ownPeople },
  'myCircle.rhythm': { access: PROVED, input: () => ({ cadence: 'MONTHLY' }) },
  'myCircle.saveMoreOf': { access: PROVED, input: () => ({ topics: ['bees'], words: 'people who sing' }) },
  'myCircle.settleAudit': { access: PROVED },
  'myCircle.show': { access: SIGNED_IN, input: () => ({ view: 'bridges' }) },
}
