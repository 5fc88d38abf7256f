import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { currentId } from '@/server/services/claim/former-id'
import { buildContext } from '../factories/context'
import { buildDoorGrant, buildRsvp } from '../factories/door'
import { buildCheckIn } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { newId, randomText } from '@/server/lib/tokens'
import { buildDoorGuest, buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'
import { weekAhead } from './rsvp-callers'

const db = testDb()

/** Somebody, and a guest of a door who typed their address. */
async function twoAccounts() {
  const owner = await buildUser(db)
  const guest = await buildDoorGuest(db, { doorEmail: owner.email })
  const keep = () => createCaller(buildContext(db, viewerOf(owner))).claim.keep({ guestId: guest.id })
  return { owner, guest, keep }
}

const goingNow = { state: 'GOING' } as const
const toConfirm = { state: 'GOING', promotedAt: NOW, confirmBy: minutesFromNow(600) } as const
const waiting = { state: 'WAITLISTED' } as const
const cancelled = { state: 'CANCELLED' } as const

describe('an RSVP of a guest who is kept', () => {
  it('becomes the owner’s, with its ticket', async () => {
    const { owner, guest, keep } = await twoAccounts()
    const event = await weekAhead()
    const rsvp = await buildRsvp(db, { eventId: event.id, userId: guest.id, plusOnes: 2 })
    await keep()
    expect(await db.rsvp.findMany()).toEqual([{ ...rsvp, userId: owner.id }])
  })

  it.each([
    ['a place over one in line', goingNow, waiting, 'guest'],
    ['a place over one in line, whoever has which', waiting, goingNow, 'owner'],
    ['a confirmed place over one to confirm', goingNow, toConfirm, 'guest'],
    ['one in line over none', waiting, cancelled, 'guest'],
    ['the earlier of two in line', waiting, waiting, 'guest'],
  ] as const)('gives way or not: %s', async (_what, ofGuest, ofOwner, stays) => {
    const { owner, guest, keep } = await twoAccounts()
    const event = await weekAhead({ capacity: 2 })
    // Nobody moves up meanwhile: all places are taken.
    await buildRsvp(db, { eventId: event.id, plusOnes: 5 })
    const first = await buildRsvp(db, { eventId: event.id, userId: guest.id, ...ofGuest })
    const second = await buildRsvp(db, { eventId: event.id, userId: owner.id, ...ofOwner })
    await keep()
    const kept = stays === 'guest' ? first : second
    const gone = stays === 'guest' ? second : first
    expect(await db.rsvp.findMany({ where: { userId: owner.id } })).toEqual([{ ...kept, userId: owner.id }])
    // Links of both lead to it.
    expect(await currentId(db, gone.id)).toBe(kept.id)
  })

  it('gives the place that both accounts had held to the next in line', async () => {
    const { owner, guest, keep } = await twoAccounts()
    const event = await weekAhead({ capacity: 2 })
    for (const { id: userId } of [guest, owner]) await buildRsvp(db, { eventId: event.id, userId })
    const next = await buildRsvp(db, { eventId: event.id, ...waiting })
    await keep()
    expect(await db.rsvp.findUnique({ where: { id: next.id } })).toMatchObject({ state: 'GOING', promotedAt: NOW })
  })
})

it('the doors that a guest hosted, whom they let in and what they took back become the owner’s', async () => {
  const { owner, guest, keep } = await twoAccounts()
  const event = await weekAhead()
  const grant = await buildDoorGrant(db, { eventId: event.id, userId: guest.id, createdById: guest.id })
  const letIn = await buildCheckIn(db, { eventId: event.id, byId: guest.id, method: 'SCAN' })
  const undo = await db.checkInUndo.create({
    data: {
      id: newId('checkInUndo'),
      eventId: event.id,
      userId: guest.id,
      at: NOW,
      visitNumber: 1,
      method: 'DOOR_CODE',
      nonce: randomText(20),
      undoneAt: NOW,
      undoneById: guest.id,
      reason: 'Somebody else',
    },
  })
  await keep()
  expect(await db.doorGrant.findUnique({ where: { id: grant.id } })).toMatchObject({ userId: owner.id, createdById: owner.id })
  expect(await db.checkIn.findUnique({ where: { id: letIn.id } })).toMatchObject({ byId: owner.id })
  expect(await db.checkInUndo.findUnique({ where: { id: undo.id } })).toMatchObject({ userId: owner.id, undoneById: owner.id })
})
