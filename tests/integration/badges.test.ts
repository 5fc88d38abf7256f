import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { slipHashOf } from '@/server/lib/slip'
import { newId } from '@/server/lib/tokens'
import { buildEvent, buildMembership } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildDoorGrant, buildRsvp } from '../factories/door'
import { buildCheckIn, buildGuest } from '../factories/evening'
import { minutesFromNow, NOW, SECRET } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()

/** An evening that goes on, and its host for the night. */
async function evening() {
  const event = await buildEvent(db)
  const host = await buildUser(db, { name: 'Hanna' })
  await buildDoorGrant(db, { eventId: event.id, userId: host.id })
  return { event, eventId: event.id, host: createCaller(buildContext(db, viewerOf(host))) }
}

const namesOf = ({ badges }: { readonly badges: readonly { readonly name: string }[] }) => badges.map(({ name }) => name)

describe('badges', () => {
  it('are those of all who came, in the order of their coming', async () => {
    const { eventId, host } = await evening()
    await buildGuest(db, eventId, { user: { name: 'Second' }, at: minutesFromNow(-5) })
    await buildGuest(db, eventId, { user: { name: 'First' }, at: minutesFromNow(-9) })
    const elsewhere = await buildEvent(db)
    const stranger = await buildGuest(db, elsewhere.id, { user: { name: 'Elsewhere' } })
    expect(namesOf(await host.badge.list({ eventId, of: { who: 'in' } }))).toEqual(['First', 'Second'])
    expect(await host.badge.list({ eventId, of: { who: 'one', personId: stranger.id } })).toMatchObject({ badges: [], total: 0 })
    await expect(host.badge.list({ eventId: elsewhere.id, of: { who: 'in' } })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('since the last print are also those whom a device without network reported late', async () => {
    const { eventId, host } = await evening()
    const [early, late] = [await buildUser(db, { name: 'Early' }), await buildUser(db, { name: 'Late' })]
    await buildCheckIn(db, { eventId, userId: early.id, at: minutesFromNow(-30) })
    await buildCheckIn(db, { eventId, userId: late.id, at: minutesFromNow(-40), recordedAt: minutesFromNow(-2) })
    const since = minutesFromNow(-10).toISOString()
    expect(namesOf(await host.badge.list({ eventId, of: { who: 'in', since } }))).toEqual(['Late'])
  })

  it('before the evening are those of all who said that they come, with what this visit will be', async () => {
    const { event, eventId, host } = await evening()
    const [goes, waits] = [await buildUser(db, { name: 'Goes' }), await buildUser(db, { name: 'Waits' })]
    const before = await buildEvent(db, { communityId: event.communityId })
    await buildCheckIn(db, { eventId: before.id, userId: goes.id })
    await buildRsvp(db, { eventId, userId: goes.id })
    await buildRsvp(db, { eventId, userId: waits.id, state: 'WAITLISTED' })
    const { badges } = await host.badge.list({ eventId, of: { who: 'going' } })
    expect(badges).toMatchObject([{ name: 'Goes', visitNumber: 2, checkedIn: false, slip: null }])
    expect((await host.badge.list({ eventId, of: { who: 'one', personId: goes.id } })).badges).toEqual(badges)
    expect(await host.badge.list({ eventId, of: { who: 'one', personId: waits.id } })).toMatchObject({ badges: [] })
  })

  it('say the name that was corrected at the door, three interests, and of who hides only the name', async () => {
    const { eventId, host } = await evening()
    const ada = await buildGuest(db, eventId, { user: { name: 'Aad' }, interests: ['one', 'two', 'three', 'four'], at: minutesFromNow(-9) })
    await db.checkIn.updateMany({ where: { userId: ada.id }, data: { badgeName: 'Ada' } })
    await buildGuest(db, eventId, { user: { name: 'Hidden' }, profile: { visible: false }, interests: ['one'] })
    const { badges } = await host.badge.list({ eventId, of: { who: 'in' } })
    expect(badges[0]?.interests).toHaveLength(3)
    expect(badges[0]).toMatchObject({ name: 'Ada', visitNumber: 1, checkedIn: true, slip: null })
    expect(badges[1]).toMatchObject({ name: 'Hidden', visitNumber: null, interests: [], pass: null, slip: null })
  })

  it('come with a slip for whoever a host wrote down, until they have an address of their own', async () => {
    const { event, eventId, host } = await evening()
    const id = newId('user')
    await buildUser(db, { id, name: 'Maria', email: null, emailVerified: null, slipHash: slipHashOf(SECRET, id) })
    await buildMembership(db, { communityId: event.communityId, userId: id })
    await buildCheckIn(db, { eventId, userId: id, method: 'WALK_IN' })
    const one = () => host.badge.list({ eventId, of: { who: 'one', personId: id } })
    expect((await one()).badges[0]?.slip).not.toBeNull()
    await db.user.update({ where: { id }, data: { email: 'maria@example.org', emailVerified: NOW } })
    expect((await one()).badges[0]?.slip).toBeNull()
  })

  it('are printed in parts where there are many', async () => {
    const { eventId, host } = await evening()
    for (let guest = 0; guest < 121; guest += 1) await buildCheckIn(db, { eventId, at: minutesFromNow(-guest) })
    const first = await host.badge.list({ eventId, of: { who: 'in' } })
    expect(first).toMatchObject({ total: 121, pages: 2 })
    expect(first.badges).toHaveLength(120)
    const second = await host.badge.list({ eventId, of: { who: 'in' }, page: 2 })
    expect(second.badges).toHaveLength(1)
    expect(first.badges.map(({ personId }) => personId)).not.toContain(second.badges[0]?.personId)
  })
})
