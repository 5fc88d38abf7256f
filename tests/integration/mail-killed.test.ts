import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { newId } from '@/server/lib/tokens'
import { queueMails } from '@/server/services/mail/queue-mail'
import { buildEvent } from '../factories/community'
import { minutesFromNow, NOW } from '../factories/moment'
import { testDatabaseUrl, testDb } from '../setup/integration'
import { startSmtp, type TestSmtp } from '../support/smtp'

const MAILS = 500
/** How many mails one process has on their way at most. */
const CONNECTIONS = 4
const soon = { timeout: 60_000, interval: 20 }
const processes: ChildProcess[] = []
let smtp: TestSmtp

beforeEach(async () => {
  smtp = await startSmtp()
})

afterEach(async () => {
  await Promise.all(processes.splice(0).map(kill))
  await smtp.stop()
})

/** A worker in a process of its own, so many minutes after NOW. */
function startProcess(minutes: number): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/mail-worker-process.ts', String(minutes)], {
    env: { ...process.env, DATABASE_URL: testDatabaseUrl(), SMTP_URL: smtp.url, NODE_ENV: 'production', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  processes.push(child)
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

/** Mails of the morning after to 500 people who were there, due now. */
async function queueEvening(): Promise<void> {
  const db = testDb()
  const event = await buildEvent(db)
  const ids = Array.from({ length: MAILS }, () => newId('user'))
  await db.user.createMany({
    data: ids.map((id, place) => ({ id, name: `Person ${String(place)}`, email: `person${String(place)}@example.org`, emailVerified: NOW, passHash: id })),
  })
  await db.checkIn.createMany({
    data: ids.map((userId) => ({ id: newId('checkIn'), eventId: event.id, communityId: event.communityId, userId, at: NOW, visitNumber: 1, nonce: userId })),
  })
  await db.$transaction((tx) =>
    queueMails(
      tx,
      ids.map((userId, place) => ({
        ...{ kind: 'MORNING_AFTER', recipient: `person${String(place)}@example.org`, subjectKey: event.id },
        ...{ props: { eventId: event.id }, userId, expiresAt: minutesFromNow(24 * 60) },
      })),
      NOW,
    ),
  )
}

const count = (state: 'SENT' | 'SENDING' | 'QUEUED' | 'UNKNOWN') => testDb().outboxMail.count({ where: { state } })

/** How often each address got a mail. */
function deliveries(): Map<string, number> {
  const found = new Map<string, number>()
  for (const { to } of smtp.inbox) {
    const address = to?.[0]?.address ?? ''
    found.set(address, (found.get(address) ?? 0) + 1)
  }
  return found
}

/** What every one of the mails has become, once none waits. */
async function whenAllIsOver(): Promise<{ sent: number; unknown: number }> {
  await vi.waitFor(async () => { expect((await count('QUEUED')) + (await count('SENDING'))).toBe(0); }, soon)
  return { sent: await count('SENT'), unknown: await count('UNKNOWN') }
}

it('a worker killed in the middle of 500 loses none, and none is sent again: what was on its way is unknown', { timeout: 120_000 }, async () => {
  await queueEvening()
  const letGo: (() => void)[] = []
  // In the middle the server thinks for long: what has come as far as its text is on its way.
  smtp.beforeAnswer = () => (smtp.texts() <= 200 ? Promise.resolve() : new Promise((resolve) => letGo.push(resolve)))
  const doomed = startProcess(0)
  await vi.waitFor(async () => {
    expect(letGo).toHaveLength(CONNECTIONS)
    expect(await count('SENT')).toBe(200)
  }, soon)
  await kill(doomed)
  // The server takes them all the same, and finds nobody to tell.
  smtp.beforeAnswer = () => Promise.resolve()
  for (const answer of letGo) answer()
  expect(await count('SENDING')).toBe(CONNECTIONS)

  startProcess(11)
  expect(await whenAllIsOver()).toEqual({ sent: MAILS - CONNECTIONS, unknown: CONNECTIONS })
  expect([...deliveries().values()].filter((times) => times !== 1)).toEqual([])
  expect(deliveries().size).toBe(MAILS)
  expect(smtp.texts()).toBe(MAILS)
})

it('two workers in two processes send 500, each once', { timeout: 120_000 }, async () => {
  await queueEvening()
  startProcess(0)
  startProcess(0)
  expect(await whenAllIsOver()).toEqual({ sent: MAILS, unknown: 0 })
  expect(deliveries().size).toBe(MAILS)
  expect(smtp.texts()).toBe(MAILS)
})
