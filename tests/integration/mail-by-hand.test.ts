import { afterEach, beforeEach, expect, it } from 'vitest'
import { sendDue } from '@/server/services/mail/send-due'
import { retryAllFailed, retryMail } from '@/server/services/mail/tend-by-hand'
import { buildEvent } from '../factories/community'
import { buildContact, buildFollowUp } from '../factories/contact'
import { buildCheckIn } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'
import { mailDeps, outboxRow, queue, testClock } from '../support/mail'
import { startSmtp, type TestSmtp } from '../support/smtp'

const DAY_MINUTES = 24 * 60
/** Friday morning in Berlin. */
const MORNING = new Date('2026-11-20T09:00:00Z')
let smtp: TestSmtp

beforeEach(async () => {
  smtp = await startSmtp()
})
afterEach(() => smtp.stop())

async function send(at: Date) {
  const deps = mailDeps(smtp, testClock(at))
  await sendDue(deps)
  deps.transport?.close()
}

async function failedDigests(dates: readonly string[]) {
  const ada = await buildUser(testDb(), { email: 'ada@example.org', timeZone: 'Europe/Berlin' })
  await buildContact(testDb(), { ownerId: ada.id, createdAt: new Date('2025-01-01') })
  const ids = []
  for (const date of dates) {
    const due = new Date(`${date}T07:10:00Z`)
    const mail = { kind: 'DIGEST', recipient: 'ada@example.org', subjectKey: date, props: { date }, userId: ada.id } as const
    ids.push(await queue({ ...mail, dueAt: due, expiresAt: due }, due))
  }
  await testDb().outboxMail.updateMany({ data: { state: 'FAILED', settledAt: NOW } })
  return { ada, ids }
}

it('of three failed digests only that of today is sent, and the others say why they are not', async () => {
  await failedDigests(['2026-11-18', '2026-11-19', '2026-11-20'])
  expect(await retryAllFailed(testDb(), MORNING)).toEqual({ count: 1, over: 2 })
  await send(MORNING)
  expect(smtp.texts()).toBe(1)
  const rows = await testDb().outboxMail.findMany({ orderBy: { subjectKey: 'asc' }, select: { state: true, lastError: true } })
  const over = { state: 'FAILED', lastError: 'Not tried again: the day that it was for is over.' }
  expect(rows).toEqual([over, over, { state: 'SENT', lastError: null }])
})

it('a digest is worth the rest of its local day, wherever its reader lives by now', async () => {
  const { ada, ids } = await failedDigests(['2026-11-20'])
  const retry = (now: Date) => retryMail(testDb(), { mailId: ids[0] ?? '', now, locale: 'en', sure: true })
  const nextDay = new Date('2026-11-20T23:00:00Z')
  await expect(retry(nextDay)).rejects.toThrow('that day is over')
  await testDb().user.update({ where: { id: ada.id }, data: { timeZone: 'Pacific/Honolulu' } })
  await retry(nextDay)
  expect(await outboxRow(ids[0] ?? '')).toMatchObject({ state: 'QUEUED', expiresAt: new Date('2026-11-21T10:00:00Z') })
})

it('a reminder goes out again on its day alone, and the mail of an evening on the next, too', async () => {
  const event = await buildEvent(testDb(), { endsAt: NOW })
  const ada = await buildUser(testDb(), { email: 'ada@example.org', timeZone: 'Europe/Berlin' })
  await buildCheckIn(testDb(), { eventId: event.id, userId: ada.id })
  const contact = await buildContact(testDb(), { ownerId: ada.id })
  await buildFollowUp(testDb(), { contactId: contact.id, eventId: event.id })
  const mail = { kind: 'MORNING_AFTER', recipient: 'ada@example.org', userId: ada.id, expiresAt: minutesFromNow(DAY_MINUTES) } as const
  const reminder = await queue({ ...mail, subjectKey: `${event.id}:reminder`, props: { eventId: event.id, reminder: true } }, NOW)
  await queue({ ...mail, subjectKey: event.id, props: { eventId: event.id } }, NOW)
  await testDb().outboxMail.updateMany({ data: { state: 'FAILED', settledAt: NOW } })
  expect(await retryAllFailed(testDb(), MORNING)).toEqual({ count: 1, over: 1 })
  expect((await outboxRow(reminder)).state).toBe('FAILED')
  await send(MORNING)
  expect(smtp.texts()).toBe(1)
})
