import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { minutesFromNow, NOW, PUBLIC_URL } from '../factories/moment'
import { testDb } from '../setup/integration'
import { queuePrompt } from '../support/mail-prompt'
import { mailDeps, outboxRow, queue, signInMail, SIGN_IN_LINK, testClock } from '../support/mail'
import { startSmtp, type TestSmtp } from '../support/smtp'
import { logger } from '@/server/lib/logger'
import { sendDue } from '@/server/services/mail/send-due'
import { tendOutbox } from '@/server/services/mail/tend-outbox'

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
  vi.restoreAllMocks()
})

const jobCount = async () => {
  const [row] = await testDb().$queryRaw<{ jobs: bigint }[]>`SELECT count(*) AS jobs FROM graphile_worker._private_jobs`
  return Number(row?.jobs)
}

describe('queueing', () => {
  it('writes one row and one job; a repeat is the first one', async () => {
    const first = await queue(signInMail())
    const again = await queue(signInMail())
    expect(again).toBe(first)
    expect(await testDb().outboxMail.count()).toBe(1)
    expect(await jobCount()).toBe(1)
    expect((await outboxRow(first)).messageId).toMatch(/^<mail_\w+@localhost>$/)
  })

  it('leaves neither row nor job behind when the transaction fails', async () => {
    const { queueMail } = await import('@/server/services/mail/queue-mail')
    await expect(
      testDb().$transaction(async (tx) => {
        await queueMail(tx, signInMail(), NOW)
        throw new Error('something later failed')
      }),
    ).rejects.toThrow('something later failed')
    expect(await testDb().outboxMail.count()).toBe(0)
    expect(await jobCount()).toBe(0)
  })

  it.each(['Ada@example.org', 'a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org'])(
    'refuses the recipient %j',
    async (recipient) => {
      await expect(queue(signInMail({ recipient }))).rejects.toThrow('no plain recipient')
      expect(await testDb().outboxMail.count()).toBe(0)
    },
  )

  it('holds back what the address has switched off, but never sign-in', async () => {
    await testDb().mailSuppression.createMany({
      data: (['MORNING_AFTER', 'SIGN_IN'] as const).map((kind) => ({ address: 'ada@example.org', kind, reason: 'x' })),
    })
    const prompt = await queuePrompt('ada@example.org')
    const signIn = await queue(signInMail())
    expect((await outboxRow(prompt.id)).state).toBe('SUPPRESSED')
    expect((await outboxRow(signIn)).state).toBe('QUEUED')
  })
})

describe('sending', () => {
  it('hands a mail over once, with the headers it needs, and empties its secret', async () => {
    const id = await queue(signInMail())
    const { messageId } = await outboxRow(id)
    const sender = deps()
    await sendDue(sender)
    await sendDue(sender)
    expect(smtp.inbox).toHaveLength(1)
    const [mail] = smtp.inbox
    expect(mail?.messageId).toBe(messageId)
    expect(mail?.to).toEqual([{ address: 'ada@example.org', name: '' }])
    expect(mail?.from).toEqual({ address: 'hello@meet.example.org', name: 'Serendip' })
    expect(mail?.subject).toContain('123456')
    expect(mail?.html).toContain(SIGN_IN_LINK)
    expect(mail?.text).toContain(SIGN_IN_LINK)
    const header = (key: string) => mail?.headers.find((one) => one.key === key)?.value
    expect(header('auto-submitted')).toBe('auto-generated')
    expect(header('list-unsubscribe')).toBeUndefined()
    const row = await outboxRow(id)
    expect(row).toMatchObject({ state: 'SENT', settledAt: NOW, attempts: 1 })
    expect(row.props).toEqual({})
  })

  it('lets every mail but sign-in be switched off from its headers', async () => {
    const { event } = await queuePrompt()
    await sendDue(deps())
    const headers = new Map(smtp.inbox[0]?.headers.map(({ key, value }) => [key, value]))
    expect(headers.get('list-unsubscribe')).toMatch(new RegExp(`^<${PUBLIC_URL}/unsubscribe/[\\w.-]+>$`))
    expect(headers.get('list-unsubscribe')).not.toContain('cleo')
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(headers.get('list-id')).toBe('<morning-after.meet.example.org>')
    expect(headers.get('auto-submitted')).toBe('auto-generated')
    expect(smtp.inbox[0]?.text).toContain('keeps bees')
    expect(smtp.inbox[0]?.text).toContain(event.name)
  })

  it('can be switched off by mail only where somebody reads such mail', async () => {
    await queuePrompt()
    await sendDue({ ...deps(), unsubscribeMailbox: 'leave@meet.example.org' })
    const header = smtp.inbox[0]?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? ''
    const [, token] = /^<[^>]+\/unsubscribe\/([\w.-]+)>, </.exec(header) ?? []
    expect(header).toBe(`<${PUBLIC_URL}/unsubscribe/${String(token)}>, <mailto:leave@meet.example.org?subject=unsubscribe%20${String(token)}>`)
  })

  it('waits until it is due', async () => {
    await queue({ ...signInMail(), dueAt: minutesFromNow(1) })
    expect(await jobCount()).toBe(0)
    const sender = deps()
    await sendDue(sender)
    expect(smtp.inbox).toHaveLength(0)
    sender.clock.at = minutesFromNow(1)
    await sendDue(sender)
    expect(smtp.inbox).toHaveLength(1)
  })

  it('two workers at once: one delivery', async () => {
    const id = await queue(signInMail())
    await Promise.all(Array.from({ length: 8 }, () => sendDue(deps())))
    expect(smtp.texts()).toBe(1)
    expect((await outboxRow(id)).state).toBe('SENT')
  })

  it('looks at what was switched off once more when it leaves', async () => {
    const { id } = await queuePrompt()
    await testDb().mailSuppression.create({
      data: { address: 'cleo@example.org', kind: 'MORNING_AFTER', reason: 'unsubscribed' },
    })
    await sendDue(deps())
    expect(smtp.texts()).toBe(0)
    expect(await outboxRow(id)).toMatchObject({ state: 'SUPPRESSED', lastError: 'unsubscribed' })
  })
})

describe('refusals', () => {
  it.each(['MAIL', 'RCPT', 'DATA'] as const)('451 at %s, then accepted: one delivery', async (at) => {
    smtp.answers = [{ at, code: 451 }]
    const id = await queue(signInMail())
    const sender = deps()
    await sendDue(sender)
    const waiting = await outboxRow(id)
    expect(waiting).toMatchObject({ state: 'QUEUED', attempts: 1 })
    expect(waiting.dueAt.getTime()).toBeGreaterThanOrEqual(minutesFromNow(1).getTime())
    expect(waiting.lastError).toContain('451')
    expect(waiting.lastError).not.toContain('ada@')
    await sendDue(sender)
    expect(smtp.inbox).toHaveLength(0)
    sender.clock.at = waiting.dueAt
    await sendDue(sender)
    expect(smtp.inbox).toHaveLength(1)
    expect(await outboxRow(id)).toMatchObject({ state: 'SENT', attempts: 2, lastError: null })
  })

  it.each(['RCPT', 'DATA'] as const)('550 at %s: stops, and nothing else goes to that address but sign-in', async (at) => {
    smtp.answers = [{ at, code: 550 }]
    const { id } = await queuePrompt()
    await sendDue(deps())
    expect(await outboxRow(id)).toMatchObject({ state: 'FAILED', attempts: 1 })
    const kinds = await testDb().mailSuppression.findMany({ where: { address: 'cleo@example.org' }, select: { kind: true } })
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(['ANNOUNCEMENT', 'DIGEST', 'EVENT', 'INTRODUCTION', 'MORNING_AFTER'])
    await queue(signInMail({ recipient: 'cleo@example.org' }))
    await sendDue(deps())
    expect(smtp.inbox.map(({ to }) => to?.[0]?.address)).toEqual(['cleo@example.org'])
  })

  it('550 for the sender is our own trouble: the address is not blamed', async () => {
    smtp.answers = [{ at: 'MAIL', code: 550 }]
    const { id } = await queuePrompt()
    await sendDue(deps())
    expect((await outboxRow(id)).state).toBe('QUEUED')
    expect(await testDb().mailSuppression.count()).toBe(0)
  })

  it('a connection dropped after the text: unknown, and not sent again', async () => {
    smtp.answers = ['drop']
    const { id } = await queuePrompt()
    const sender = deps()
    await sendDue(sender)
    expect(await outboxRow(id)).toMatchObject({ state: 'UNKNOWN', attempts: 1 })
    sender.clock.at = minutesFromNow(120)
    await tendOutbox(testDb(), sender.clock.at, { canSend: true })
    await sendDue(sender)
    expect(smtp.texts()).toBe(1)
    expect((await outboxRow(id)).state).toBe('UNKNOWN')
  })

  it('a mail server that is down: stays queued with the reason, then arrives', async () => {
    const id = await queue(signInMail())
    const sender = deps()
    await smtp.stop()
    await sendDue(sender)
    const waiting = await outboxRow(id)
    expect(waiting).toMatchObject({ state: 'QUEUED', attempts: 1 })
    expect(waiting.lastError).toMatch(/ECONNREFUSED/)
    smtp = await startSmtp()
    const later = deps(smtp, testClock(waiting.dueAt))
    await sendDue(later)
    expect(smtp.inbox).toHaveLength(1)
  })

  it('gives a prompt up after its day, and says so', async () => {
    smtp.answers = Array.from({ length: 50 }, () => ({ at: 'RCPT', code: 452 }) as const)
    const { id, user } = await queuePrompt()
    await testDb().followUpSettings.create({ data: { userId: user.id, quietFrom: 0, quietTo: 0 } })
    const sender = deps()
    const pauses: number[] = []
    for (;;) {
      await sendDue(sender)
      const row = await outboxRow(id)
      if (row.state !== 'QUEUED') break
      pauses.push(Math.floor((row.dueAt.getTime() - sender.clock.at.getTime()) / 60_000))
      sender.clock.at = row.dueAt
    }
    const wanted = [1, 5, 30, 120, 360]
    expect(pauses.length).toBeGreaterThan(5)
    pauses.forEach((pause, index) => {
      const base = wanted[Math.min(index, 4)] ?? 0
      expect(pause).toBeGreaterThanOrEqual(base)
      expect(pause).toBeLessThanOrEqual(base * 1.2)
    })
    const row = await outboxRow(id)
    expect(row.state).toBe('FAILED')
    expect(row.lastError).toMatch(/^Given up after \d+ tries\. .*452/)
    expect(sender.clock.at.getTime()).toBeLessThan(minutesFromNow(24 * 60).getTime())
  })

  it('an expired mail is not sent, and its secret goes', async () => {
    const id = await queue(signInMail())
    await sendDue(deps(smtp, testClock(minutesFromNow(15))))
    expect(smtp.texts()).toBe(0)
    const row = await outboxRow(id)
    expect(row).toMatchObject({ state: 'FAILED', lastError: 'Not sent in time.' })
    expect(row.props).toEqual({})
  })

  it('props that no template takes: an ordinary failed attempt, never a mail', async () => {
    const id = await queue(signInMail())
    await testDb().outboxMail.update({ where: { id }, data: { props: { nonsense: true } } })
    await sendDue(deps())
    expect(smtp.texts()).toBe(0)
    expect(await outboxRow(id)).toMatchObject({ state: 'QUEUED', attempts: 1 })
  })
})

describe('a crash between claim and answer', () => {
  it('leaves a mail that is marked unknown after ten minutes and never sent twice', async () => {
    const { id } = await queuePrompt()
    await testDb().outboxMail.update({ where: { id }, data: { state: 'SENDING', attempts: 1, dueAt: NOW } })
    await tendOutbox(testDb(), minutesFromNow(9), { canSend: true })
    expect((await outboxRow(id)).state).toBe('SENDING')
    await tendOutbox(testDb(), minutesFromNow(11), { canSend: true })
    expect(await outboxRow(id)).toMatchObject({ state: 'UNKNOWN', settledAt: minutesFromNow(11) })
    await sendDue(deps(smtp, testClock(minutesFromNow(11))))
    expect(smtp.texts()).toBe(0)
  })

  it('sends a sign-in mail again after a minute, while its link is good', async () => {
    const [id, over] = [await queue(signInMail()), await queue({ ...signInMail({ subjectKey: 'over' }), expiresAt: minutesFromNow(1) })]
    await testDb().outboxMail.updateMany({ data: { state: 'SENDING', attempts: 1, dueAt: NOW } })
    await tendOutbox(testDb(), minutesFromNow(1), { canSend: true })
    expect((await outboxRow(id)).state).toBe('SENDING')
    await testDb().$executeRaw`DELETE FROM graphile_worker._private_jobs`
    await tendOutbox(testDb(), minutesFromNow(2), { canSend: true })
    expect(await outboxRow(id)).toMatchObject({ state: 'QUEUED', attempts: 1 })
    expect((await outboxRow(over)).state).toBe('SENDING')
    expect(await jobCount()).toBe(1)
    await sendDue(deps(smtp, testClock(minutesFromNow(2))))
    expect(smtp.inbox).toHaveLength(1)
    expect(await outboxRow(id)).toMatchObject({ state: 'SENT', attempts: 2, lastError: null })
  })

  it('a late answer about a sign-in mail that waits to be repeated settles it', async () => {
    const id = await queue(signInMail())
    smtp.beforeAnswer = () => tendOutbox(testDb(), minutesFromNow(2), { canSend: true })
    await sendDue(deps())
    expect((await outboxRow(id)).state).toBe('SENT')
    expect(smtp.texts()).toBe(1)
  })

  it('a late answer still settles what was taken for lost', async () => {
    const { id } = await queuePrompt()
    smtp.beforeAnswer = () => tendOutbox(testDb(), minutesFromNow(11), { canSend: true })
    await sendDue(deps())
    expect((await outboxRow(id)).state).toBe('SENT')
    expect(smtp.texts()).toBe(1)
  })

  it('empties the secret of a sign-in mail that is over, whatever became of it', async () => {
    const id = await queue(signInMail())
    await testDb().outboxMail.update({ where: { id }, data: { state: 'SENDING', dueAt: NOW } })
    await tendOutbox(testDb(), minutesFromNow(20), { canSend: true })
    const row = await outboxRow(id)
    expect(row.state).toBe('UNKNOWN')
    expect(row.props).toEqual({})
  })
})

describe('without a mail server', () => {
  it('keeps a sign-in mail waiting and writes its link to the log, once', async () => {
    const info = vi.spyOn(logger, 'info').mockReturnValue()
    const id = await queue(signInMail())
    await sendDue(deps(null))
    await sendDue(deps(null))
    const lines = info.mock.calls.filter(([line]) => JSON.stringify(line).includes(SIGN_IN_LINK))
    expect(lines).toEqual([[{ mailId: id, link: SIGN_IN_LINK, code: '123456' }, expect.any(String)]])
    expect(await outboxRow(id)).toMatchObject({ state: 'QUEUED', lastError: 'No mail server is set (SMTP_URL).' })
  })

  it('keeps other mail waiting without a word in the log, and ends it when its time is over', async () => {
    const info = vi.spyOn(logger, 'info').mockReturnValue()
    const { id } = await queuePrompt()
    const sender = deps(null)
    await sendDue(sender)
    expect(info).not.toHaveBeenCalled()
    expect((await outboxRow(id)).state).toBe('QUEUED')
    sender.clock.at = minutesFromNow(25 * 60)
    await sendDue(sender)
    expect(await outboxRow(id)).toMatchObject({
      state: 'FAILED',
      lastError: 'Not sent in time. No mail server is set (SMTP_URL).',
    })
  })

  it('does not ask for the same mail at every beat', async () => {
    await queuePrompt()
    await sendDue(deps(null))
    await testDb().$executeRaw`DELETE FROM graphile_worker._private_jobs`
    await tendOutbox(testDb(), NOW, { canSend: false })
    expect(await jobCount()).toBe(0)
    await tendOutbox(testDb(), NOW, { canSend: true })
    expect(await jobCount()).toBe(1)
  })
})

it('no line of the log holds an address, a link or a code', async () => {
  const lines: unknown[] = []
  for (const level of ['info', 'warn', 'error'] as const) {
    vi.spyOn(logger, level).mockImplementation((...args: unknown[]) => void lines.push(args))
  }
  smtp.answers = ['accept', { at: 'RCPT', code: 550 }, { at: 'DATA', code: 451 }]
  await queuePrompt()
  const sender = deps()
  for (const subjectKey of ['request-1', 'request-2']) {
    await sendDue(sender)
    await queue(signInMail({ subjectKey }))
  }
  await sendDue(sender)
  expect(lines).toHaveLength(3)
  expect(JSON.stringify(lines)).not.toMatch(/@|123456|https?:/)
})
