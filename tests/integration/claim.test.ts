import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { buildContact, buildFollowUp, buildInteraction } from '../factories/contact'
import { buildContext } from '../factories/context'
import { buildEvent } from '../factories/community'
import { buildBlock, buildCheckIn, buildMeeting } from '../factories/evening'
import { minutesFromNow } from '../factories/moment'
import { buildProfile, giveInterests } from '../factories/profile'
import { buildDoorGuest, buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()
const EMAIL = 'owner@example.org'

/** A guest who typed the owner's address at tonight's door, and the owner, both with an evening behind them. */
async function guestAndOwner(email = EMAIL) {
  const owner = await buildUser(db, { email, name: '' })
  const guest = await buildDoorGuest(db, { doorEmail: email, name: 'Olive' })
  const event = await buildEvent(db, { startsAt: minutesFromNow(-30), endsAt: minutesFromNow(120) })
  const other = await buildUser(db)
  await buildCheckIn(db, { eventId: event.id, userId: other.id })
  await buildCheckIn(db, { eventId: event.id, userId: guest.id })
  const asOwner = createCaller(buildContext(db, viewerOf(owner)))
  return { owner, guest, other, event, asOwner, guestId: guest.id }
}

/** A meeting of two people with the contact and interaction that each has of it. */
async function met(eventId: string, one: string, two: string) {
  const meeting = await buildMeeting(db, { eventId, between: [one, two] })
  for (const [ownerId, userId] of [
    [one, two],
    [two, one],
  ] as const) {
    const contact = await buildContact(db, { ownerId, userId })
    await buildInteraction(db, { contactId: contact.id, kind: 'MET', meetingId: meeting.id, note: `note of ${ownerId}` })
    await buildFollowUp(db, { contactId: contact.id, eventId })
  }
  return meeting
}

describe('keeping what was typed at the door', () => {
  it('makes the guest’s evening the owner’s', async () => {
    const { owner, guest, other, event, asOwner, guestId } = await guestAndOwner()
    await buildProfile(db, { userId: guest.id, ask: 'a beekeeper', offer: 'bread', starter: '', headline: '' })
    await giveInterests(db, guest.id, ['beekeeping'])
    await met(event.id, guest.id, other.id)
    const blocked = await buildUser(db)
    await buildBlock(db, { blockerId: guest.id, blockedId: blocked.id })

    await asOwner.claim.keep({ guestId })

    expect(await db.user.findUnique({ where: { id: guest.id } })).toBeNull()
    expect(await db.user.findUniqueOrThrow({ where: { id: owner.id } })).toMatchObject({ name: 'Olive', email: EMAIL })
    expect(await db.checkIn.findMany({ where: { userId: owner.id } })).toMatchObject([{ eventId: event.id, visitNumber: 1 }])
    expect(await db.profile.findUniqueOrThrow({ where: { userId: owner.id } })).toMatchObject({ ask: 'a beekeeper' })
    expect(await db.userInterest.count({ where: { userId: owner.id } })).toBe(1)
    expect(await db.block.findMany()).toMatchObject([{ blockerId: owner.id, blockedId: blocked.id }])
    const [meeting] = await db.meeting.findMany()
    expect([meeting?.userAId, meeting?.userBId].sort()).toEqual([owner.id, other.id].sort())
    const mine = await db.contact.findFirstOrThrow({ where: { ownerId: owner.id }, include: { interactions: true } })
    expect(mine).toMatchObject({ userId: other.id, interactions: [{ note: `note of ${guest.id}` }] })
    const theirs = await db.contact.findFirstOrThrow({ where: { ownerId: other.id }, include: { interactions: true } })
    expect(theirs).toMatchObject({ userId: owner.id, interactions: [{ note: `note of ${other.id}` }] })
    expect(await db.followUp.count({ where: { ownerId: owner.id } })).toBe(1)
  })

  it('leaves what the owner has, and counts visits anew', async () => {
    const { owner, other, event, asOwner, guestId } = await guestAndOwner()
    const { communityId } = event
    const before = await buildEvent(db, { communityId, startsAt: minutesFromNow(-9000), endsAt: minutesFromNow(-8900) })
    await buildCheckIn(db, { eventId: before.id, userId: owner.id, at: minutesFromNow(-8990) })
    await buildProfile(db, { userId: owner.id, ask: 'my own ask', offer: '' })
    await buildProfile(db, { userId: guestId, ask: 'typed at the door', offer: 'an offer' })
    await met(before.id, owner.id, other.id)
    await met(event.id, guestId, other.id).catch(() => undefined)

    await asOwner.claim.keep({ guestId })

    const visits = await db.checkIn.findMany({ where: { userId: owner.id }, orderBy: { at: 'asc' } })
    expect(visits.map(({ visitNumber }) => visitNumber)).toEqual([1, 2])
    expect(await db.profile.findUniqueOrThrow({ where: { userId: owner.id } })).toMatchObject({
      ask: 'my own ask',
      offer: 'an offer',
    })
    // One entry each for one person, with both evenings in it.
    const mine = await db.contact.findMany({ where: { ownerId: owner.id }, include: { interactions: true } })
    expect(mine).toHaveLength(1)
    expect(mine[0]?.interactions).toHaveLength(2)
  })

  it('of somebody who was also there on another phone leaves one arrival and one meeting', async () => {
    const { owner, other, event, asOwner, guestId } = await guestAndOwner()
    await buildCheckIn(db, { eventId: event.id, userId: owner.id })
    await buildMeeting(db, { eventId: event.id, between: [owner.id, other.id] })
    await buildMeeting(db, { eventId: event.id, between: [guestId, other.id] })
    await buildMeeting(db, { eventId: event.id, between: [guestId, owner.id] })
    await asOwner.claim.keep({ guestId })
    expect(await db.checkIn.count({ where: { userId: owner.id } })).toBe(1)
    expect(await db.meeting.count()).toBe(1)
  })

  it('keeps a confirmed meeting rather than a proposal of the same two, whoever had which', async () => {
    for (const confirmed of ['guest', 'owner'] as const) {
      const { owner, other, event, asOwner, guestId } = await guestAndOwner(`${confirmed}@example.org`)
      const [sure, asked] = confirmed === 'guest' ? [guestId, owner.id] : [owner.id, guestId]
      const meeting = await met(event.id, sure, other.id)
      await buildMeeting(db, { eventId: event.id, between: [asked, other.id], state: 'PROPOSED', method: 'CONFIRMATION' })

      await asOwner.claim.keep({ guestId })

      expect(await db.meeting.findMany({ where: { eventId: event.id } })).toMatchObject([
        { id: meeting.id, state: 'CONFIRMED', method: 'PASS', confirmedAt: meeting.confirmedAt, proposedById: owner.id },
      ])
      const interactions = await db.interaction.findMany({ where: { meetingId: meeting.id }, orderBy: { note: 'asc' } })
      expect(interactions.map(({ note }) => note)).toEqual([`note of ${sure}`, `note of ${other.id}`].sort())
    }
  })

  it('makes one of two confirmed meetings, with both notes, each with its own writer', async () => {
    const { owner, other, event, asOwner, guestId } = await guestAndOwner()
    const meeting = await met(event.id, owner.id, other.id)
    await met(event.id, guestId, other.id)

    await asOwner.claim.keep({ guestId })

    expect(await db.meeting.findMany()).toMatchObject([{ id: meeting.id, state: 'CONFIRMED' }])
    const contacts = await db.contact.findMany({ include: { interactions: true, followUps: true } })
    const entries = contacts.map(({ ownerId, interactions, followUps }) => ({ ownerId, interactions, prompts: followUps.length }))
    expect(entries.sort((a) => (a.ownerId === owner.id ? -1 : 1))).toMatchObject([
      { ownerId: owner.id, prompts: 1, interactions: [{ meetingId: meeting.id, note: `note of ${owner.id}\n\nnote of ${guestId}` }] },
      { ownerId: other.id, prompts: 1, interactions: [{ meetingId: meeting.id, note: `note of ${other.id}\n\nnote of ${other.id}` }] },
    ])
  })

  it('cuts two long notes where the column ends, and adds no blank line to none', async () => {
    const { owner, other, event, asOwner, guestId } = await guestAndOwner()
    const ours = await met(event.id, owner.id, other.id)
    const guests = await met(event.id, guestId, other.id)
    const write = (meetingId: string, ownerId: string, note: string) =>
      db.interaction.updateMany({ where: { meetingId, contact: { ownerId } }, data: { note } })
    await write(ours.id, owner.id, 'o'.repeat(1500))
    await write(guests.id, guestId, 'g'.repeat(1500))
    await write(ours.id, other.id, '')

    await asOwner.claim.keep({ guestId })

    const notes = await db.interaction.findMany({ select: { note: true }, orderBy: { note: 'asc' } })
    expect(notes).toEqual([{ note: `note of ${other.id}` }, { note: `${'o'.repeat(1500)}\n\n${'g'.repeat(498)}` }])
  })

  it('happens once, in two tabs', async () => {
    const { asOwner, guestId } = await guestAndOwner()
    const tabs = await Promise.allSettled([asOwner.claim.keep({ guestId }), asOwner.claim.keep({ guestId })])
    expect(tabs.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('discarding it', () => {
  it('deletes the guest and leaves the others’ own notes', async () => {
    const { owner, other, event, asOwner, guestId } = await guestAndOwner()
    await met(event.id, guestId, other.id)
    await asOwner.claim.discard({ guestId })
    expect(await db.user.findUnique({ where: { id: guestId } })).toBeNull()
    expect(await db.checkIn.count({ where: { userId: owner.id } })).toBe(0)
    expect(await db.interaction.findMany()).toMatchObject([{ note: `note of ${other.id}`, meetingId: null }])
  })
})

describe('a check-in with the address of somebody who is signed in already', () => {
  it('stands on their start page, and on nobody else’s', async () => {
    const { asOwner, guest } = await guestAndOwner()
    expect((await asOwner.home.mine()).claims).toBe(1)
    expect((await createCaller(buildContext(db, viewerOf(guest))).home.mine()).claims).toBe(0)
  })
})
