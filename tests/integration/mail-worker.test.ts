import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { enqueue } from '@/server/jobs/enqueue'
import { startWorker, type Worker } from '@/server/jobs/worker'
import { buildEvent } from '../factories/community'
import { buildGuest } from '../factories/evening'
import { minutesFromNow } from '../factories/moment'
import { testDatabaseUrl, testDb } from '../setup/integration'
import { mailDeps, outboxRow, queue, signInMail, testClock } from '../support/mail'
import { startSmtp, type TestSmtp } from '../support/smtp'

let smtp: TestSmtp
const workers: Worker[] = []

async function start(clock = testClock()) {
  const worker = await startWorker({ databaseUrl: testDatabaseUrl(), deps: mailDeps(smtp, clock), heartbeatMs: 100 })
  workers.push(worker)
  return worker
}

beforeEach(async () => {
  smtp = await startSmtp()
})

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  await smtp.stop()
})

const soon = { timeout: 15_000, interval: 25 }

it('sends what was queued, each mail once, with two workers', async () => {
  await Promise.all([start(), start()])
  const recipients = Array.from({ length: 30 }, (_, index) => `person${String(index)}@example.org`)
  for (const recipient of recipients) await queue(signInMail({ recipient }))
  await vi.waitFor(async () => { expect(await testDb().outboxMail.count({ where: { state: 'SENT' } })).toBe(30); }, soon)
  expect(smtp.texts()).toBe(30)
  expect(smtp.inbox.map(({ to }) => to?.[0]?.address).sort()).toEqual([...recipients].sort())
})

it('follows the app’s clock: retries a put-off mail, and writes the mail of the morning after', async () => {
  const clock = testClock()
  smtp.answers = [{ at: 'RCPT', code: 451 }]
  await start(clock)
  const id = await queue(signInMail())
  await vi.waitFor(async () => { expect((await outboxRow(id)).lastError).toContain('451'); }, soon)
  clock.at = minutesFromNow(2)
  await vi.waitFor(async () => { expect((await outboxRow(id)).state).toBe('SENT'); }, soon)

  const event = await buildEvent(testDb())
  await buildGuest(testDb(), event.id, { user: { email: 'ada@example.org' } })
  clock.at = minutesFromNow(91)
  await vi.waitFor(async () => { expect(await testDb().outboxMail.count({ where: { kind: 'MORNING_AFTER' } })).toBe(1); }, soon)
  expect(smtp.inbox).toHaveLength(1)
  clock.at = new Date('2026-11-20T08:31:00Z')
  await vi.waitFor(() => { expect(smtp.inbox).toHaveLength(2); }, soon)
})

it('stops at once when idle, twice without harm, and its connections are closed', async () => {
  const worker = await start()
  await worker.stop()
  await worker.stop()
  const id = await queue(signInMail())
  expect((await outboxRow(id)).state).toBe('QUEUED')
})

it('goes on after a process died in the middle of a tick', async () => {
  await enqueue(testDb(), 'tick', {}, { jobKey: 'tick', maxAttempts: 1 })
  await testDb().$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'died', attempts = 1`
  const clock = testClock()
  await start(clock)
  const id = await queue({ ...signInMail(), dueAt: minutesFromNow(5), expiresAt: minutesFromNow(15) })
  clock.at = minutesFromNow(6)
  await vi.waitFor(async () => { expect((await outboxRow(id)).state).toBe('SENT'); }, soon)
})
