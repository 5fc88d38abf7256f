import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { buildContext } from '../../factories/context'
import { buildDoorGrant } from '../../factories/door'
import { NOW } from '../../factories/moment'
import { buildUser, viewerOf } from '../../factories/user'
import { testDb } from '../../setup/integration'
import { queueAtDoor, tap } from '../../support/door-queue'
import { startDoor } from '../../support/door-server'

const db = testDb()
const HOUR_MS = 3_600_000
const offset = fc.integer({ min: -HOUR_MS, max: HOUR_MS })

it('a phone whose clock is an hour off is in at the server’s time', async () => {
  const door = await startDoor(db)
  await fc.assert(
    fc.asyncProperty(offset, async (off) => {
      const { event, phones } = await queueAtDoor(db, 4)
      const date = new Date(NOW.getTime() + off).toUTCString()
      for (const phone of phones) {
        const answer = await tap(door.port, { ...phone, headers: { ...phone.headers, date, 'if-modified-since': date } })
        expect(answer.status).toBe(303)
      }
      const rows = await db.checkIn.findMany({ where: { eventId: event.id } })
      expect(rows.map(({ at }) => at)).toEqual(phones.map(() => NOW))
      await db.user.deleteMany()
    }),
    { numRuns: 6 },
  )
  await door.close()
})

/** A host's device: what it says of time is the difference of two looks at its own clock, wherever that stands. */
function agoByDevice(off: number, agoMs: number): number {
  const wall = (at: Date) => at.getTime() + off
  return wall(NOW) - wall(new Date(NOW.getTime() - agoMs))
}

it('a scan kept by a device whose clock is an hour off counts from when it was made', async () => {
  const { event } = await queueAtDoor(db, 1, new Date(NOW.getTime() - HOUR_MS))
  const host = await buildUser(db)
  await buildDoorGrant(db, { eventId: event.id, userId: host.id, createdById: host.id })
  const { scanner } = createCaller(buildContext(db, viewerOf(host)))
  let run = 0
  await fc.assert(
    fc.asyncProperty(offset, fc.integer({ min: 0, max: HOUR_MS }), async (off, agoMs) => {
      const [answer] = await scanner.checkIn({
        eventId: event.id,
        scans: [
          {
            nonce: `clock-off-nonce-${String(run++)}`,
            target: { kind: 'WALK_IN', name: 'Noor', email: '' },
            agoMs: agoByDevice(off, agoMs),
            letIn: true,
          },
        ],
      })
      expect(answer).toMatchObject({ outcome: 'IN', at: new Date(NOW.getTime() - agoMs).toISOString() })
    }),
    { numRuns: 20 },
  )
})
