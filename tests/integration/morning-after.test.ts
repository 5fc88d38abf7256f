import { describe, expect, it } from 'vitest'
import type { Prisma } from '@/generated/prisma/client'
import { mailContent } from '@/server/services/mail/mail-content'
import { queueMorningAfter } from '@/server/services/follow-up/queue-morning-after'
import { buildEvent } from '../factories/community'
import { buildBlock, buildCheckIn, buildGuest, buildMeeting, buildSuggestion } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildProfile, giveInterests } from '../factories/profile'
import { buildDoorGuest, buildUser } from '../factories/user'
import { buildContact, buildInteraction } from '../factories/contact'
import { testDb } from '../setup/integration'
import { mailDeps, testClock } from '../support/mail'

/** Right after the end of an event that began 90 minutes before NOW and took three hours. */
const ENDED = minutesFromNow(91)
const MORNING = new Date('2026-11-20T08:00:00Z')

const evening = (overrides: Partial<Prisma.EventUncheckedCreateInput> = {}) =>
  buildEvent(testDb(), { name: 'Harbour Night', ...overrides })

/** The two met and each wrote a note of their own. */
async function met(eventId: string, a: { id: string; name: string }, b: { id: string; name: string }, notes: [string, string]) {
  const db = testDb()
  const meeting = await buildMeeting(db, { eventId, between: [a.id, b.id] })
  const sides = [
    { owner: a, other: b, note: notes[0] },
    { owner: b, other: a, note: notes[1] },
  ]
  for (const { owner, other, note } of sides) {
    const contact = await buildContact(db, { ownerId: owner.id, userId: other.id, name: other.name })
    await buildInteraction(db, { contactId: contact.id, meetingId: meeting.id, note })
  }
  return meeting
}

/** Queued mails, by the person's name. */
const mails = () =>
  testDb().outboxMail.findMany({ where: { kind: 'MORNING_AFTER' }, orderBy: { recipient: 'asc' } })

/** The mail of a person as it would leave in the morning, or null when there is none to send. */
async function letter(userId: string, reader: 'recipient' | 'operator' = 'recipient') {
  const mail = await testDb().outboxMail.findFirstOrThrow({ where: { userId } })
  return mailContent(mailDeps(null, testClock(MORNING)), mail, reader)
}

const textFor = async (userId: string) => (await letter(userId))?.text ?? ''

describe('who gets a mail, and when', () => {
  it('everybody who was there and has an address: one each, next morning in the zone of the event', async () => {
    const event = await evening()
    const ada = await buildGuest(testDb(), event.id, { user: { name: 'Ada', email: 'ada@example.org' } })
    const guest = await buildDoorGuest(testDb(), { doorEmail: 'guest@example.org' })
    await buildCheckIn(testDb(), { eventId: event.id, userId: guest.id })
    const noAddress = await buildDoorGuest(testDb(), { doorEmail: null })
    await buildCheckIn(testDb(), { eventId: event.id, userId: noAddress.id })
    await buildUser(testDb(), { email: 'absent@example.org' })

    await queueMorningAfter(testDb(), ENDED)
    const rows = await mails()
    expect(rows.map(({ recipient, userId }) => [recipient, userId])).toEqual([
      ['ada@example.org', ada.id],
      ['guest@example.org', guest.id],
    ])
    for (const { dueAt, expiresAt, subjectKey, state, props } of rows) {
      expect(dueAt.getTime()).toBeGreaterThanOrEqual(new Date('2026-11-20T07:00:00Z').getTime())
      expect(dueAt.getTime()).toBeLessThan(new Date('2026-11-20T09:00:00Z').getTime())
      expect(expiresAt.getTime() - dueAt.getTime()).toBe(86_400_000)
      expect({ subjectKey, state, props }).toEqual({ subjectKey: event.id, state: 'QUEUED', props: { eventId: event.id } })
    }
  })

  it('not before the end, not when cancelled, not long after, and only once', async () => {
    const event = await evening()
    await buildGuest(testDb(), event.id)
    const cancelled = await evening({ status: 'CANCELLED' })
    await buildGuest(testDb(), cancelled.id)
    const old = await evening({ startsAt: minutesFromNow(-60 * 42), endsAt: minutesFromNow(-60 * 40) })
    await buildGuest(testDb(), old.id)
    await queueMorningAfter(testDb(), minutesFromNow(89))
    expect(await mails()).toHaveLength(0)
    await queueMorningAfter(testDb(), ENDED)
    await queueMorningAfter(testDb(), minutesFromNow(120))
    expect((await mails()).map(({ subjectKey }) => subjectKey)).toEqual([event.id])
  })

  it('several workers at once make one mail and one prompt each', async () => {
    const event = await evening()
    const ada = await buildGuest(testDb(), event.id, { user: { name: 'Ada' } })
    const bela = await buildGuest(testDb(), event.id, { user: { name: 'Bela' } })
    await met(event.id, ada, bela, ['', ''])
    await Promise.all(Array.from({ length: 5 }, () => queueMorningAfter(testDb(), ENDED)))
    expect(await mails()).toHaveLength(2)
    expect(await testDb().followUp.count()).toBe(2)
  })

  it('whoever proved an address comes before a guest who typed it', async () => {
    const event = await evening()
    const guest = await buildDoorGuest(testDb(), { doorEmail: 'ada@example.org' })
    await buildCheckIn(testDb(), { eventId: event.id, userId: guest.id })
    const ada = await buildGuest(testDb(), event.id, { user: { email: 'ada@example.org' } })
    await queueMorningAfter(testDb(), ENDED)
    expect((await mails()).map(({ userId }) => userId)).toEqual([ada.id])
  })

  it('eight hundred people at once', async () => {
    const event = await evening()
    const db = testDb()
    const guests = Array.from({ length: 800 }, (_, i) => `usr_guest${String(i).padStart(11, 'x')}`)
    await db.user.createMany({
      data: guests.map((id) => ({ id, name: id, doorEmail: `${id}@example.org`, passHash: id })),
    })
    await db.checkIn.createMany({
      data: guests.map((userId) => ({
        id: userId.replace('usr', 'chk'),
        eventId: event.id,
        communityId: event.communityId,
        userId,
        at: NOW,
        visitNumber: 1,
        nonce: userId,
      })),
    })
    await queueMorningAfter(db, ENDED)
    expect(await db.outboxMail.count()).toBe(800)
  })
})

describe('prompts', () => {
  it('are open, due on the next local date, with a drafted line in which no private note stands', async () => {
    const event = await evening()
    const ada = await buildGuest(testDb(), event.id, { user: { name: 'Ada' }, profile: { offer: 'bicycle repair' } })
    const bela = await buildGuest(testDb(), event.id, { user: { name: 'Bela' }, profile: { ask: 'bicycle repair' } })
    await met(event.id, ada, bela, ['secret of ada', 'secret of bela'])
    await queueMorningAfter(testDb(), ENDED)
    const rows = await testDb().followUp.findMany({ include: { contact: true } })
    expect(rows).toHaveLength(2)
    for (const row of rows) {
      expect(row).toMatchObject({ state: 'OPEN', eventId: event.id, dueOn: new Date('2026-11-20') })
      expect(row.contact.ownerId).toBe(row.ownerId)
      expect(row.draft).toContain(row.contact.name)
      expect(row.draft).toContain('bicycle repair')
      expect(row.draft).not.toContain('secret')
    }
  })

  it('are not made of a meeting that was only proposed', async () => {
    const event = await evening()
    const ada = await buildGuest(testDb(), event.id)
    const bela = await buildGuest(testDb(), event.id)
    const meeting = await met(event.id, ada, bela, ['', ''])
    await testDb().meeting.update({ where: { id: meeting.id }, data: { state: 'PROPOSED', confirmedAt: null } })
    await queueMorningAfter(testDb(), ENDED)
    expect(await testDb().followUp.count()).toBe(0)
  })
})

describe('what the mail says', () => {
  it('whom one met with one’s own notes, and nothing of anybody else', async () => {
    const event = await evening()
    const ada = await buildGuest(testDb(), event.id, { user: { name: 'Ada', email: 'ada@example.org' } })
    const bela = await buildGuest(testDb(), event.id, { user: { name: 'Bela', email: 'bela@example.org' } })
    await met(event.id, ada, bela, ['bela keeps bees', 'ada sails'])
    await queueMorningAfter(testDb(), ENDED)
    const text = await textFor(ada.id)
    expect(text).toContain('Bela')
    expect(text).toContain('bela keeps bees')
    expect(text).not.toContain('ada sails')
    expect(text).not.toContain('bela@example.org')
    expect(text).toContain('Example Street 1, 10115 Berlin')
    expect(text.match(/\/follow-up\/[\w.-]+/g)).toHaveLength(3)
  })

  it('what is true when it leaves: a note changed at midnight, a meeting confirmed late, a prompt acted on', async () => {
    const event = await evening()
    const ada = await buildGuest(testDb(), event.id, { user: { name: 'Ada' } })
    const [bela, cleo, dora] = await Promise.all(
      ['Bela', 'Cleo', 'Dora'].map((name) => buildGuest(testDb(), event.id, { user: { name } })),
    )
    if (!bela || !cleo || !dora) throw new Error('three guests')
    await met(event.id, ada, bela, ['before midnight', ''])
    await met(event.id, ada, cleo, ['', ''])
    await queueMorningAfter(testDb(), ENDED)
    await testDb().interaction.updateMany({ where: { note: 'before midnight' }, data: { note: 'after midnight' } })
    await testDb().followUp.updateMany({ where: { ownerId: ada.id, contact: { userId: cleo.id } }, data: { state: 'DONE', actedAt: MORNING } })
    await met(event.id, ada, dora, ['', ''])
    const text = await textFor(ada.id)
    expect(text).toContain('after midnight')
    expect(text).not.toContain('before midnight')
    expect(text).toContain('Dora')
    expect(text).not.toContain('Cleo')
  })

  it('a block after the event counts, in either direction', async () => {
    const event = await evening()
    const ada = await buildGuest(testDb(), event.id, { user: { name: 'Ada' } })
    const bela = await buildGuest(testDb(), event.id, { user: { name: 'Bela' } })
    const cleo = await buildGuest(testDb(), event.id, { user: { name: 'Cleo' } })
    await met(event.id, ada, bela, ['', ''])
    await buildSuggestion(testDb(), { eventId: event.id, userId: ada.id, otherId: cleo.id, reasons: [{ code: 'sharedInterest', label: 'Bees' }] })
    await queueMorningAfter(testDb(), ENDED)
    await buildBlock(testDb(), { blockerId: bela.id, blockedId: ada.id })
    await buildBlock(testDb(), { blockerId: ada.id, blockedId: cleo.id })
    expect(await textFor(ada.id)).not.toMatch(/Bela|Cleo/)
    expect(await textFor(bela.id)).not.toContain('Ada')
  })

  it('at most two people missed, by rank, with a reason that both wrote; none met, hidden or without reason', async () => {
    const event = await evening()
    const ada = await buildGuest(testDb(), event.id, { user: { name: 'Ada' } })
    const others: [string, object[]][] = [
      ['Metbefore', [{ code: 'sharedInterest', label: 'Bees' }]],
      ['Hidden', [{ code: 'sharedInterest', label: 'Bees' }]],
      ['Reasonless', [{ code: 'notMetYet' }]],
      ['First', [{ code: 'theyAreNew' }, { code: 'sharedInterest', label: 'Sailing' }]],
      ['Second', [{ code: 'theirOfferMatchesYourAsk', ask: 'a boat', offer: 'boats', words: ['boat'] }]],
      ['Third', [{ code: 'sharedInterest', label: 'Bees' }]],
    ]
    for (const [index, [name, reasons]] of others.entries()) {
      const other = await buildGuest(testDb(), event.id, { user: { name }, profile: { visible: name !== 'Hidden' } })
      if (name === 'Metbefore') await buildMeeting(testDb(), { between: [ada.id, other.id] })
      await buildSuggestion(testDb(), {
        eventId: event.id,
        userId: ada.id,
        otherId: other.id,
        rank: index + 1,
        reasons: reasons,
      })
    }
    await queueMorningAfter(testDb(), ENDED)
    const text = await textFor(ada.id)
    expect(text).toContain('First')
    expect(text).toContain('You both chose Sailing.')
    expect(text).toContain('Second')
    expect(text).not.toMatch(/Metbefore|Hidden|Reasonless|Third/)
  })

  it('a kind word to somebody who met nobody', async () => {
    const event = await evening()
    const ada = await buildGuest(testDb(), event.id, { user: { name: 'Ada' } })
    await queueMorningAfter(testDb(), ENDED)
    const mail = await letter(ada.id)
    expect(mail?.subject).toBe('The morning after Harbour Night')
    expect(mail?.text).toContain('that is enough')
  })

  it('nothing when the event is cancelled, the arrival undone, or the address changed', async () => {
    const event = await evening()
    const [ada, bela, cleo] = await Promise.all(['Ada', 'Bela', 'Cleo'].map(() => buildGuest(testDb(), event.id)))
    if (!ada || !bela || !cleo) throw new Error('three guests')
    await queueMorningAfter(testDb(), ENDED)
    await testDb().checkIn.deleteMany({ where: { userId: ada.id } })
    await testDb().user.update({ where: { id: bela.id }, data: { email: 'other@example.org' } })
    expect(await letter(ada.id)).toBeNull()
    expect(await letter(bela.id)).toBeNull()
    expect(await letter(cleo.id)).not.toBeNull()
    await testDb().event.update({ where: { id: event.id }, data: { status: 'CANCELLED' } })
    expect(await letter(cleo.id)).toBeNull()
  })

  it('to the operator: neither name nor note nor draft nor a link that acts', async () => {
    const event = await evening()
    const ada = await buildGuest(testDb(), event.id, { user: { name: 'Ada' } })
    const bela = await buildGuest(testDb(), event.id, { user: { name: 'Bela' } })
    await giveInterests(testDb(), ada.id, ['bees'])
    await met(event.id, ada, bela, ['keeps a secret', ''])
    await queueMorningAfter(testDb(), ENDED)
    const mail = await letter(ada.id, 'operator')
    expect(mail?.text).toContain('You met one person')
    const draft = await testDb().followUp.findFirstOrThrow({ where: { ownerId: ada.id } })
    expect(mail?.html).not.toMatch(/Bela|keeps a secret/)
    expect(mail?.text).not.toContain(draft.draft)
    expect(mail?.html).not.toMatch(/\/(follow-up|unsubscribe)\//)
  })
})

it('a profile that says nothing is no obstacle', async () => {
  const event = await evening()
  const ada = await buildUser(testDb(), { name: 'Ada' })
  const bela = await buildUser(testDb(), { name: 'Bela' })
  await buildProfile(testDb(), { userId: bela.id })
  for (const { id } of [ada, bela]) await buildCheckIn(testDb(), { eventId: event.id, userId: id })
  await met(event.id, ada, bela, ['', ''])
  await queueMorningAfter(testDb(), ENDED)
  expect(await textFor(ada.id)).toContain('Hi Bela')
})
