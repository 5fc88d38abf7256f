import { TRPCError } from '@trpc/server'
import { describe, expect, it } from 'vitest'
import { appRouter, createCaller } from '@/server/api/root'
import { buildContext } from '../../factories/context'
import { testDb } from '../../setup/integration'
import { PROCEDURES } from './procedures'
import type { Outcome } from './rows'
import { type Actor, ACTORS, buildWorld, type World } from './world'

const db = testDb()
const listed = Object.keys(appRouter._def.procedures).sort()

/** Calls one procedure by its dotted path. */
async function call(world: World, path: string, actor: Actor): Promise<Outcome> {
  const input = await PROCEDURES[path]?.input?.(world, actor)
  const [noun = '', verb = ''] = path.split('.')
  const ended = AbortSignal.abort()
  const caller = createCaller(buildContext(db, world.viewer(actor)), { signal: ended })
  const procedures = Reflect.get(caller, noun) as Record<string, (input: unknown) => Promise<unknown>>
  try {
    await procedures[verb]?.(input)
    return 'ok'
  } catch (error) {
    if (error instanceof TRPCError && ['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND'].includes(error.code)) {
      return error.code as Outcome
    }
    throw error
  }
}

describe('the access table', () => {
  it('names every procedure that there is, and no other', () => {
    expect(Object.keys(PROCEDURES).sort()).toEqual(listed)
  })

  it.each(listed)('of %s holds for everybody', async (path) => {
    const outcomes: Partial<Record<Actor, Outcome>> = {}
    const world = await buildWorld(db)
    for (const actor of ACTORS) outcomes[actor] = await call(world, path, actor)
    expect(outcomes).toEqual(PROCEDURES[path]?.access)
  })
})
