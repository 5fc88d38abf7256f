import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { buildCommunity, buildEvent, buildMembership } from '../factories/community'
import { buildContact, buildInteraction } from '../factories/contact'
import { buildContext } from '../factories/context'
import { buildMeeting } from '../factories/evening'
import { minutesFromNow } from '../factories/moment'
import { buildDoorGuest, buildSession, buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()

async function pair() {
  const [me, other] = [await buildUser(db, { name: 'Me' }), await buildUser(db, { name: 'Other' })]
  const event = await buildEvent(db, { startsAt: minutesFromNow(-300), endsAt: minutesFromNow(-100) })
  const meeting = await buildMeeting(db, { eventId: event.id, between: [me.id, other.id] })
  const mine = await buildContact(db, { ownerId: me.id, userId: other.id, name: 'Other' })
  const theirs = await buildContact(db, { ownerId: other.id, userId: me.id, name: 'Me' })
  await buildInteraction(db, { contactId: mine.id, meetingId: meeting.id, note: 'what I noted' })
  await buildInteraction(db, { contactId: theirs.id, meetingId: meeting.id, note: 'what they noted' })
  return { me, other, asMe: createCaller(buildContext(db, viewerOf(me))) }
}

describe('downloading everything', () => {
  it('has one’s own notes, the names of others, and nothing that is theirs', async () => {
    const { me, other, asMe } = await pair()
    const text = JSON.stringify(await asMe.account.data())
    expect(text).toContain('what I noted')
    expect(text).toContain(me.email)
    expect(text).toContain('"with":"Other"')
    expect(text).not.toContain('what they noted')
    expect(text).not.toContain(other.email)
    expect(text).not.toContain(other.id)
  })
})

describe('downloading everything', () => {
  it.each(['I', 'they'])('when %s blocked the other: no meeting or suggestion, and an entry only where they did', async (who) => {
    const { me, other, asMe } = await pair()
    const [blockerId, blockedId] = who === 'I' ? [me.id, other.id] : [other.id, me.id]
    await db.block.create({ data: { blockerId, blockedId, createdAt: minutesFromNow(0) } })
    const { contacts, ...rest } = await asMe.account.data()
    expect(JSON.stringify(rest)).not.toContain('Other')
    expect(JSON.stringify(contacts).includes('Other')).toBe(who === 'they')
  })
})

describe('deleting everything', () => {
  it('is for door guests too, by their name', async () => {
    const guest = await buildDoorGuest(db, { name: 'Guest Gus' })
    const caller = createCaller(buildContext(db, viewerOf(guest)))
    await expect(caller.account.delete({ typed: '' })).rejects.toThrow(/type your name, Guest Gus/u)
    await caller.account.delete({ typed: 'guest gus ' })
    expect(await db.user.count()).toBe(0)
  })


  it('takes all that is one’s own and ends sessions; what others wrote stays theirs, linked to nobody', async () => {
    const { me, other, asMe } = await pair()
    await buildSession(db, { userId: me.id })
    await asMe.account.delete({ typed: me.email ?? '' })
    expect(await db.user.findMany()).toMatchObject([{ id: other.id }])
    expect(await db.session.count()).toBe(0)
    expect(await db.contact.findMany()).toMatchObject([{ ownerId: other.id, userId: null, name: 'Me' }])
    expect(await db.interaction.findMany()).toMatchObject([{ note: 'what they noted', meetingId: null }])
  })

  it('asks for the address, and deletes nothing without it', async () => {
    const { asMe } = await pair()
    await expect(asMe.account.delete({ typed: 'yes' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await db.user.count()).toBe(2)
  })

  it('leaves no community that has members without an owner', async () => {
    const { me, other, asMe } = await pair()
    const community = await buildCommunity(db, { name: 'Bees' })
    await buildMembership(db, { communityId: community.id, userId: me.id, role: 'OWNER' })
    await buildMembership(db, { communityId: community.id, userId: other.id })
    await expect(asMe.account.delete({ typed: me.email ?? '' })).rejects.toThrow(/only owner of Bees/u)
    await db.membership.updateMany({ where: { userId: other.id }, data: { role: 'OWNER' } })
    await asMe.account.delete({ typed: me.email ?? '' })
    expect(await db.membership.findMany({ where: { communityId: community.id } })).toMatchObject([{ userId: other.id }])
  })
})
