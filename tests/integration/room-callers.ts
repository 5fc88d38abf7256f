import { createCaller } from '@/server/api/root'
import type { Context } from '@/server/api/context'
import { passOf } from '@/server/lib/pass'
import { buildContext } from '../factories/context'
import { SECRET } from '../factories/moment'
import { viewerOf } from '../factories/user'

type Person = Parameters<typeof viewerOf>[0]

/** The procedures as this person may call them. */
export function callerOf(db: Context['db'], person: Person, overrides: Parameters<typeof buildContext>[2] = {}) {
  return createCaller(buildContext(db, viewerOf(person), overrides))
}

/** The pass that this person shows. */
export function passFor(person: { readonly id: string }, version = 1): string {
  return passOf(SECRET, person.id, version)
}
