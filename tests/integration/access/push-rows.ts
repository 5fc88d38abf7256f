import { randomText } from '@/server/lib/tokens'
import { buildPushSubscription, newBrowser } from '../../factories/push'
import { buildSession } from '../../factories/user'
import { type Entry, PROVED } from './rows'
import type { Actor, World } from './world'

/** A browser that subscribes, in the session that the actor's requests come in. */
async function browser(world: World, actor: Actor) {
  const userId = world.viewer(actor)?.userId
  // As the table's viewers are made: see viewerOf.
  if (userId !== undefined) await buildSession(world.db, { userId, token: userId })
  return newBrowser().keys
}

/** A browser of the actor's; a visitor is given somebody else's. */
async function ownBrowser(world: World, actor: Actor) {
  const { id } = await buildPushSubscription(world.db, { userId: world.viewer(actor)?.userId ?? world.other.id })
  return { subscriptionId: id }
}

/** The procedures of Web Push. */
export const PUSH_ROWS: Readonly<Record<string, Entry>> = {
  'push.choose': { access: PROVED, input: () => ({ suggestions: true, meetings: false }) },
  'push.forget': { access: PROVED, input: ownBrowser },
  'push.state': { access: PROVED },
  'push.subscribe': { access: PROVED, input: browser },
  'push.unsubscribe': { access: PROVED, input: () => ({ endpoint: `https://push.example.org/${randomText(20)}` }) },
}
