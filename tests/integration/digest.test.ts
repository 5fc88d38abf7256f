import { describe, expect, it } from 'vitest'
import { mailContent } from '@/server/services/mail/mail-content'
import { planDigests } from '@/server/services/follow-up/plan-digests'
import { sendDue } from '@/server/services/mail/send-due'
import { newId } from '@/server/lib/tokens'
import { buildEvent } from '../factories/community'
import { buildCheckIn } from '../factories/evening'
import { buildContact, buildFollowUp, buildInteraction } from '../factories/contact'
import { NOW } from '../factories/moment'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'
import { mailDeps, testClock } from '../support/mail'
import { startSmtp } from '../support/smtp'

/** The Monday after the Thursday of the tests, in the middle of the morning in Berlin. */
const MONDAY = new Date('2026-11-23T09:00:00Z')
const DAY_MS = 86_400_000

/** Somebody in Berlin with one person on their list, whom they met a year ago and promised something. */
async function ada(settings: { digestRhythm?: 'DAILY' | 'WEEKLY'; digestWeekday?: number; pausedAt?: Date; pausedUntil?: Date } | null = null) {
  const db = testDb()
  const user = await buildUser(db, { name: 'Ada', email: 'ada@example.org', timeZone: 'Europe/Berlin' })
  const contact = await buildContact(db, { ownerId: user.id, name: 'Bela Novak', createdAt: new Date('2025-01-01') })
  await buildInteraction(db, { contactId: contact.id, at: new Date('2025-11-01'), note: 'keeps bees', myPromise: 'send the recipe' })
  if (settings) await db.followUpSettings.create({ data: { userId: user.id, ...settings } })
  return { user, contact }
}

const digests = () => testDb().outboxMail.findMany({ where: { kind: 'DIGEST' }, orderBy: { dueAt: 'asc' } })

/** The heartbeat, hour by hour. */
async function live(from: Date, hours: number) {
  for (let hour = 0; hour <= hours; hour++) await planDigests(testDb(), new Date(from.getTime() + hour * 3_600_000))
}

async function letter(at: Date, reader: 'recipient' | 'operator' = 'recipient') {
  const mail = await testDb().outboxMail.findFirstOrThrow({ where: { kind: 'DIGEST' } })
  return mailContent(mailDeps(null, testClock(at)), mail, reader)
}

describe('when', () => {
  it('on Mondays unless they say otherwise, once a week, in the morning of their zone', async () => {
    await ada()
    await live(NOW, 15 * 24)
    const rows = await digests()
    expect(rows.map(({ subjectKey, recipient, state }) => [subjectKey, recipient, state])).toEqual([
      ['2026-11-23', 'ada@example.org', 'QUEUED'],
      ['2026-11-30', 'ada@example.org', 'QUEUED'],
    ])
    for (const { dueAt, expiresAt } of rows) {
      const minutes = dueAt.getUTCHours() * 60 + dueAt.getUTCMinutes()
      expect(minutes).toBeGreaterThanOrEqual(7 * 60)
      expect(minutes).toBeLessThan(8 * 60 + 30)
      expect(expiresAt.getTime() - dueAt.getTime()).toBe(DAY_MS)
    }
  })

  it('every day for who wants that', async () => {
    await ada({ digestRhythm: 'DAILY' })
    await live(NOW, 3 * 24)
    expect((await digests()).map(({ subjectKey }) => subjectKey)).toEqual(['2026-11-20', '2026-11-21', '2026-11-22'])
  })

  it('several workers at once: one', async () => {
    await ada()
    await planDigests(testDb(), NOW)
    await Promise.all(Array.from({ length: 5 }, () => planDigests(testDb(), MONDAY)))
    expect(await digests()).toHaveLength(1)
  })

  it('none while reminders rest, and planned on', async () => {
    const { user } = await ada({ pausedAt: NOW, pausedUntil: new Date('2026-11-30') })
    await live(NOW, 12 * 24)
    expect((await digests()).map(({ subjectKey }) => subjectKey)).toEqual(['2026-11-30'])
    const { nextDigestAt } = await testDb().followUpSettings.findUniqueOrThrow({ where: { userId: user.id } })
    expect(nextDigestAt?.toISOString().slice(0, 10)).toBe('2026-12-07')
  })

  it('who moves to another zone gets at most one a local date, in their morning there', async () => {
    const { user } = await ada({ digestRhythm: 'DAILY' })
    await live(NOW, 24)
    await testDb().user.update({ where: { id: user.id }, data: { timeZone: 'Pacific/Honolulu' } })
    await live(new Date(NOW.getTime() + DAY_MS), 48)
    const rows = await digests()
    expect(new Set(rows.map(({ subjectKey }) => subjectKey)).size).toBe(rows.length)
    for (const { dueAt } of rows.slice(1)) expect((dueAt.getUTCHours() + 14) % 24).toBeOneOf([8, 9])
  })

  it('none to somebody without a list, or without an address that is proved', async () => {
    await buildUser(testDb())
    const guest = await buildUser(testDb(), { email: null, emailVerified: null, doorEmail: 'guest@example.org' })
    await buildContact(testDb(), { ownerId: guest.id })
    await live(NOW, 8 * 24)
    expect(await digests()).toEqual([])
  })

  it('one that was due while nothing ran for days is passed over', async () => {
    await ada()
    await planDigests(testDb(), NOW)
    await planDigests(testDb(), new Date('2026-11-25T12:00:00Z'))
    expect(await digests()).toEqual([])
  })
})

describe('what', () => {
  it('what somebody took away from an evening is no work of theirs', async () => {
    const db = testDb()
    const { user, contact } = await ada()
    const bela = await buildUser(db, { name: 'Bela Novak' })
    await db.contact.update({ where: { id: contact.id }, data: { userId: bela.id } })
    const event = await buildEvent(db, { name: 'Open Table' })
    for (const { id } of [user, bela]) await buildCheckIn(db, { eventId: event.id, userId: id })
    await db.update.create({ data: { id: newId('update'), userId: bela.id, eventId: event.id, audience: 'EVENT', text: 'Old radios teach patience.', at: NOW, nonce: 'a nonce of the takeaway' } })
    await live(NOW, 4 * 24)
    const text = (await letter(MONDAY))?.text ?? ''
    expect(text).toContain('Taken away from Open Table: Old radios teach patience.')
    expect(text).not.toMatch(/work on/i)
    expect(text).toContain('I said I would send the recipe, and I have not forgotten.')
  })


  it('who is due, with the owner’s notes and promise, and links that act', async () => {
    const { contact } = await ada()
    await buildFollowUp(testDb(), { contactId: contact.id, about: 'ask about the hive', dueOn: new Date('2026-11-20') })
    await live(NOW, 4 * 24)
    const mail = await letter(MONDAY)
    expect(mail?.subject).toBe('It’s time to write to Bela Novak')
    for (const words of ['keeps bees', 'send the recipe', 'ask about the hive', 'November 1, 2025']) expect(mail?.text).toContain(words)
    expect(mail?.text.match(/\/follow-up\/[\w.-]+/g)).toHaveLength(3)
    expect(mail?.text).not.toMatch(/introduc|Four from the bottom/i)
  })

  it('to the operator: neither name nor note nor promise nor a link that acts', async () => {
    const { contact } = await ada()
    await buildFollowUp(testDb(), { contactId: contact.id, about: 'ask about the hive', dueOn: new Date('2026-11-20') })
    await live(NOW, 4 * 24)
    const mail = await letter(MONDAY, 'operator')
    expect(mail?.subject).toBe('It’s time to write to somebody')
    expect(mail?.html).not.toMatch(/Bela|keeps bees|recipe|hive|\/(follow-up|unsubscribe|mute)\//)
  })

  it('nothing to say: no mail, and the outbox says why', async () => {
    const { contact } = await ada()
    await live(NOW, 4 * 24)
    await testDb().contact.update({ where: { id: contact.id }, data: { cadence: 'NONE' } })
    const smtp = await startSmtp()
    const sender = mailDeps(smtp, testClock(MONDAY))
    await sendDue(sender)
    sender.transport?.close()
    await smtp.stop()
    expect(smtp.texts()).toBe(0)
    expect(await digests()).toMatchObject([{ state: 'SUPPRESSED', lastError: 'There is nothing left to say.' }])
  })
})
