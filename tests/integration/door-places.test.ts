import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { issueClaim } from '@/server/services/door/claim'
import { buildEvent } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildRsvp } from '../factories/door'
import { buildCheckIn } from '../factories/evening'
import { minutesFromNow, NOW, SECRET } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()

async function evening() {
  const event = await buildEvent(db, { rsvpMode: 'REQUIRED' })
  const user = await buildUser(db)
  const caller = createCaller(buildContext(db, viewerOf(user)))
  const checkIn = () => caller.door.checkIn({ token: issueClaim(SECRET, event.id, NOW) })
  return { event, user, checkIn }
}

describe('checking in by oneself where a place is needed', () => {
  it('takes who is going, and confirms a place that was to be confirmed', async () => {
    const { event, user, checkIn } = await evening()
    const given = { promotedAt: NOW, confirmBy: minutesFromNow(20) }
    await buildRsvp(db, { eventId: event.id, userId: user.id, ...given })
    const other = await buildRsvp(db, { eventId: event.id, ...given })
    await expect(checkIn()).resolves.toMatchObject({ fresh: true })
    expect(await db.rsvp.findFirst({ where: { userId: user.id } })).toMatchObject({ state: 'GOING', confirmBy: null })
    expect(await db.rsvp.findUnique({ where: { id: other.id } })).toMatchObject({ confirmBy: given.confirmBy })
  })

  it.each(['WAITLISTED', 'CANCELLED', null] as const)('sends who is %s to the host, and leaves nothing', async (state) => {
    const { event, user, checkIn } = await evening()
    if (state) await buildRsvp(db, { eventId: event.id, userId: user.id, state })
    await expect(checkIn()).rejects.toThrow('This evening needs a place. Show this to the host at the door.')
    expect(await db.checkIn.count()).toBe(0)
    expect(await db.membership.count({ where: { userId: user.id } })).toBe(0)
  })

  it('sends a newcomer by name to the host, and makes nobody', async () => {
    const { event } = await evening()
    const people = await db.user.count()
    const visitor = createCaller(buildContext(db, null))
    const sent = visitor.door.checkIn({ token: issueClaim(SECRET, event.id, NOW), name: 'Noor', email: 'noor@example.org' })
    await expect(sent).rejects.toThrow(/needs a place/)
    expect(await db.user.count()).toBe(people)
  })

  it('gives its receipt to whom a host has let in', async () => {
    const { event, user, checkIn } = await evening()
    await buildCheckIn(db, { eventId: event.id, userId: user.id, method: 'NAME' })
    await expect(checkIn()).resolves.toMatchObject({ fresh: false, visitNumber: 1 })
  })
})
