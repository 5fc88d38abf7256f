import { describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/generated/prisma/client'
import { createCaller } from '@/server/api/root'
import { Prisma } from '@/generated/prisma/client'
import { buildEvent } from '../factories/community'
import { buildContext } from '../factories/context'
import { minutesFromNow } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()
const CAPACITY = 6
const DAY = 24 * 60

/** The same database, without the event's row lock: everything else runs as it stands. */
function withoutLock(): PrismaClient {
  const unlocked = db.$extends({
    query: {
      $queryRaw({ args, query }) {
        const strings = args.strings.map((piece) => piece.replace('FOR NO KEY UPDATE', ''))
        return query(new Prisma.Sql(strings, args.values))
      },
    },
  })
  // An extended client lacks only `$on`, which no service uses.
  return unlocked as unknown as PrismaClient
}

/** Ten times as many people as there are places, all at once, each by their own call. */
async function crowd(client: PrismaClient) {
  const event = await buildEvent(db, { capacity: CAPACITY, startsAt: minutesFromNow(7 * DAY), endsAt: minutesFromNow(7 * DAY + 180) })
  const people = await Promise.all(Array.from({ length: 10 * CAPACITY }, () => buildUser(db)))
  const answers = await Promise.all(
    people.map((person) => createCaller(buildContext(client, viewerOf(person))).rsvp.sayGoing({ eventId: event.id })),
  )
  const rows = await db.rsvp.findMany({ where: { eventId: event.id }, orderBy: { turn: 'asc' } })
  return { answers, rows, going: rows.filter(({ state }) => state === 'GOING') }
}

describe('ten times as many people as places, at once', () => {
  it('are exactly as many as there are places, the first of them; the others wait in order', async () => {
    const { answers, rows, going } = await crowd(db)
    expect(rows).toHaveLength(10 * CAPACITY)
    expect(going).toEqual(rows.slice(0, CAPACITY))
    expect(rows.slice(CAPACITY).every(({ state }) => state === 'WAITLISTED')).toBe(true)
    expect(answers.filter(({ state }) => state === 'GOING')).toHaveLength(CAPACITY)
    const codes = new Set(rows.map(({ code }) => code))
    expect(codes.size).toBe(rows.length)
  })

  it('would be more without the lock: that is what keeps them few', async () => {
    const { going } = await crowd(withoutLock())
    expect(going.length).toBeGreaterThan(CAPACITY)
  })
})

it('twenty taps of one person are one RSVP, one membership and one mail', async () => {
  const event = await buildEvent(db, { capacity: 1 })
  const person = await buildUser(db)
  const caller = createCaller(buildContext(db, viewerOf(person)))
  // The limit on taps is another matter.
  const taps = await Promise.all(Array.from({ length: 20 }, () => caller.rsvp.sayGoing({ eventId: event.id })))
  expect(new Set(taps.map(({ id, state }) => `${id} ${state}`)).size).toBe(1)
  expect(await db.rsvp.count()).toBe(1)
  expect(await db.membership.count()).toBe(1)
  expect(await db.outboxMail.count()).toBe(1)
})
