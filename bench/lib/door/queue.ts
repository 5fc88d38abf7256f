import type { PrismaClient } from '../../../src/generated/prisma/client'
import { systemClock } from '../../../src/server/lib/clock'
import { giveInterests, makePeople } from '../door-people'
import type { Random } from '../random'

/** Somebody in the queue: signed in by a session's cookie, or else a newcomer who types a name and an address. */
export type Comer =
  | { readonly kind: 'KNOWN'; readonly userId: string; readonly sessionToken: string }
  | { readonly kind: 'NEW'; readonly name: string; readonly email: string }

const NEWCOMERS = 0.25

/** People in the order of the queue, of whom a quarter comes for the first time. */
export async function makeQueue(db: PrismaClient, count: number, random: Random): Promise<readonly Comer[]> {
  const newcomers = Math.round(count * NEWCOMERS)
  const known = await makePeople(db, count - newcomers, systemClock.now())
  await giveInterests(db, known, random)
  const run = random.between(0, 1e9).toString(36)
  return random.shuffle([
    ...known.map((person): Comer => ({ kind: 'KNOWN', ...person })),
    ...Array.from({ length: newcomers }, (_, place): Comer => ({
      kind: 'NEW',
      name: `Newcomer ${String(place + 1)}`,
      email: `newcomer-${run}-${String(place + 1)}@example.org`,
    })),
  ])
}
