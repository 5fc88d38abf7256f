import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sendDue } from '@/server/services/mail/send-due'
import { takeDue } from '@/server/services/mail/take-due'
import { minutesFromNow } from '../factories/moment'
import { testDb } from '../setup/integration'
import { mailDeps, outboxRow, queue, signInMail, testClock } from '../support/mail'
import { queuePrompt } from '../support/mail-prompt'
import { startSmtp, type TestSmtp } from '../support/smtp'

let smtp: TestSmtp
const opened: ReturnType<typeof mailDeps>[] = []

function deps(server: TestSmtp | null = smtp, clock = testClock()) {
  const made = mailDeps(server, clock)
  opened.push(made)
  return made
}

beforeEach(async () => {
  smtp = await startSmtp()
})

afterEach(async () => {
  for (const { transport } of opened.splice(0)) transport?.close()
  await smtp.stop()
})

describe('quiet hours', () => {
  /** In Berlin it is 23:30. */
  const LATE = new Date('2026-11-19T22:30:00Z')
  const MORNING = new Date('2026-11-20T07:00:00Z')

  async function promptInBerlin(settings: { quietFrom?: number; quietTo?: number } = {}) {
    const prompt = await queuePrompt()
    await testDb().user.update({ where: { id: prompt.user.id }, data: { timeZone: 'Europe/Berlin' } })
    await testDb().followUpSettings.create({ data: { userId: prompt.user.id, ...settings } })
    return prompt
  }

  it('a prompt waits for their end, by its reader’s clock; sign-in does not', async () => {
    const { id } = await promptInBerlin()
    const signIn = await queue({ ...signInMail(), expiresAt: new Date('2026-11-20T17:30:00Z') })
    const sender = deps(smtp, testClock(LATE))
    await sendDue(sender)
    expect((await outboxRow(signIn)).state).toBe('SENT')
    expect(await outboxRow(id)).toMatchObject({ state: 'QUEUED', attempts: 0, dueAt: MORNING })
    sender.clock.at = new Date(MORNING.getTime() - 1)
    await sendDue(sender)
    expect(smtp.texts()).toBe(1)
    sender.clock.at = MORNING
    await sendDue(sender)
    expect(await outboxRow(id)).toMatchObject({ state: 'SENT', lastError: null })
  })

  it('so does one that is tried again', async () => {
    const { id } = await promptInBerlin()
    smtp.answers = [{ at: 'RCPT', code: 451 }]
    const sender = deps(smtp, testClock(new Date('2026-11-19T18:59:30Z')))
    await sendDue(sender)
    sender.clock.at = new Date('2026-11-19T19:01:00Z')
    await sendDue(sender)
    expect(await outboxRow(id)).toMatchObject({ state: 'QUEUED', attempts: 1, dueAt: MORNING })
  })

  it('who has none gets it at once', async () => {
    await promptInBerlin({ quietFrom: 0, quietTo: 0 })
    await sendDue(deps(smtp, testClock(LATE)))
    expect(smtp.texts()).toBe(1)
  })

  it('a prompt that would come a day late is dropped, and says so', async () => {
    const { id } = await promptInBerlin()
    await testDb().outboxMail.update({ where: { id }, data: { expiresAt: MORNING } })
    await sendDue(deps(smtp, testClock(LATE)))
    expect(await outboxRow(id)).toMatchObject({ state: 'FAILED', lastError: 'Not sent in time: quiet hours last longer.' })
  })
})

describe('a worker that dies before it hands a mail over', () => {
  it('loses none: another takes it up a minute later, and none meanwhile', async () => {
    const id = await queue(signInMail())
    const dead = deps()
    expect((await takeDue(dead, 10)).map((mail) => mail.id)).toEqual([id])
    const other = deps()
    await sendDue(other)
    expect(smtp.texts()).toBe(0)
    other.clock.at = minutesFromNow(1)
    await sendDue(other)
    expect(await outboxRow(id)).toMatchObject({ state: 'SENT', attempts: 1 })
  })

  it('sign-in goes before everything that was due earlier', async () => {
    const { id } = await queuePrompt()
    const signIn = await queue(signInMail())
    await testDb().outboxMail.update({ where: { id }, data: { dueAt: minutesFromNow(-60) } })
    expect((await takeDue(deps(), 1)).map((mail) => mail.id)).toEqual([signIn])
    expect((await takeDue(deps(), 1)).map((mail) => mail.id)).toEqual([id])
  })
})
