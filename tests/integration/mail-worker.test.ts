import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { enqueue } from '@/server/jobs/enqueue'
import { JOBS_CONNECTION } from '@/server/jobs/runner'
import { startWorker, type Worker } from '@/server/jobs/worker'
import { createPulse, type Pulse } from '@/server/lib/pulse'
import { checkHealth } from '@/server/services/health/check-health'
import { buildEvent } from '../factories/community'
import { buildGuest } from '../factories/evening'
import { minutesFromNow } from '../factories/moment'
import { testDatabaseUrl, testDb } from '../setup/integration'
import { mailDeps, outboxRow, queue, signInMail, testClock } from '../support/mail'
import { startSmtp, type TestSmtp } from '../support/smtp'

let smtp: TestSmtp
const workers: Worker[] = []

async function start(clock = testClock(), { heartbeatMs = 100, pulse = createPulse() } = {}) {
  const worker = await startWorker({ databaseUrl: testDatabaseUrl(), deps: mailDeps(smtp, clock), heartbeatMs, pulse })
  workers.push(worker)
  return worker
}

beforeEach(async () => {
  smtp = await startSmtp()
})

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  await smtp.stop()
  vi.restoreAllMocks()
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

/** Ends the queue's connections that wait for a lock, and says which they were. */
async function endWaiting(): Promise<number[]> {
  const rows = await testDb().$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity
    WHERE application_name = ${JOBS_CONNECTION} AND datname = current_database() AND wait_event_type = 'Lock'`
  for (const { pid } of rows) await testDb().$executeRaw`SELECT pg_terminate_backend(${pid}::int)`
  return rows.map(({ pid }) => pid)
}

/** Ends the connections of all three workers when each has done its job and is about to say so. */
async function loseConnections(round: number): Promise<void> {
  const letGo: (() => void)[] = []
  smtp.beforeAnswer = () =>
    new Promise((resolve) => {
      letGo.push(resolve)
    })
  // One after the other, since a job takes up all the mail that it finds.
  for (const one of [1, 2, 3]) {
    await queue(signInMail({ subjectKey: `lost-${String(round)}-${String(one)}` }))
    await vi.waitFor(() => { expect(letGo).toHaveLength(one); }, soon)
  }
  smtp.beforeAnswer = () => Promise.resolve()
  await testDb().$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE graphile_worker._private_jobs IN SHARE ROW EXCLUSIVE MODE`
    for (const answer of letGo) answer()
    const ended = new Set<number>()
    await vi.waitFor(async () => {
      for (const pid of await endWaiting()) ended.add(pid)
      expect(ended.size).toBeGreaterThanOrEqual(3)
    }, soon)
  })
}

it('goes on after the connections of all its workers were lost in the middle of jobs, time and again', async () => {
  // The queue's library traces every worker that dies.
  const trace = vi.spyOn(console, 'trace').mockReturnValue()
  const states: boolean[] = []
  const pulse: Pulse = {
    ...createPulse(),
    get running() {
      return states.at(-1) ?? false
    },
    set running(running) {
      states.push(running)
    },
  }
  await start(testClock(), { heartbeatMs: 60_000, pulse })
  for (const round of [1, 2]) {
    await loseConnections(round)
    await vi.waitFor(() => { expect(states).toHaveLength(1 + 2 * round); }, soon)
  }
  expect(states).toEqual([true, false, true, false, true])
  expect(trace).toHaveBeenCalledTimes(6)
  const id = await queue(signInMail({ subjectKey: 'later' }))
  await vi.waitFor(async () => { expect((await outboxRow(id)).state).toBe('SENT'); }, soon)
  expect(await checkHealth(testDb(), pulse)).toEqual({ ok: true })
})

it('is unhealthy when its workers have not looked at the queue for two minutes, or there are none', async () => {
  const pulse: Pulse = { ...createPulse(), running: true }
  expect(await checkHealth(testDb(), pulse)).toEqual({ ok: true })
  expect(await checkHealth(testDb(), { ...pulse, running: false })).toEqual({ ok: false })
  pulse.lookedAt -= 120_000
  expect(await checkHealth(testDb(), pulse)).toEqual({ ok: false })
})
