import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { toBuffer } from 'qrcode'
import { afterEach, describe, expect, it } from 'vitest'
import { testClock } from '../../e2e/support/clock'
import { startInbox } from '../../e2e/support/inbox'
import { readQrCode } from '../../e2e/support/qr'
import { fileClock } from '../../src/server/lib/clock'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function inboxWithSender() {
  const inbox = await startInbox()
  const transport = createTransport(inbox.url)
  cleanups.push(() => inbox.close(), () => {
    transport.close()
    return Promise.resolve()
  })
  const send = (to: string, subject: string, text = 'Hello') =>
    transport.sendMail({ from: 'serendip@example.org', to, subject, text })
  return { inbox, send }
}

describe('the inbox', () => {
  it('hands out a mail that comes later, and each mail once', async () => {
    const { inbox, send } = await inboxWithSender()
    const coming = inbox.next({ to: 'Ada@Example.org', subject: 'Grüße' })
    await send('ada@example.org', 'Something else')
    await send('ada@example.org', 'Grüße aus Berlin', 'Open https://meet.example.org/s?t=1 now')
    const mail = await coming
    expect(mail.links).toEqual(['https://meet.example.org/s?t=1'])
    expect(mail.raw).toMatch(/^Subject: =\?/m)
    expect((await inbox.next({ to: 'ada@example.org' })).subject).toBe('Something else')
    await expect(inbox.next({ to: 'ada@example.org' }, 20)).rejects.toThrow('Arrived: ada@example.org: Something else')
  })

  it('keeps the mails of two people apart', async () => {
    const { inbox, send } = await inboxWithSender()
    await send('ada@example.org, ben@example.org', 'To both')
    expect((await inbox.next({ to: 'ben@example.org', subject: /both$/ })).to).toBe('ben@example.org')
    expect(inbox.all('ada@example.org')).toHaveLength(1)
    inbox.clear()
    expect(inbox.all('ada@example.org')).toEqual([])
  })
})

describe('the QR reader', () => {
  it('reads what the picture says', async () => {
    expect(await readQrCode(await toBuffer('https://meet.example.org/c/abc', { scale: 3 }))).toBe(
      'https://meet.example.org/c/abc',
    )
  })
})

describe('the clock of the journeys', () => {
  it("moves the application's clock", async () => {
    const directory = await mkdtemp(join(tmpdir(), 'serendip-clock-'))
    cleanups.push(() => rm(directory, { recursive: true }))
    const file = join(directory, 'clock')
    const clock = testClock(file)
    const application = fileClock(file)
    await clock.move({ days: 1, hours: 2 })
    await clock.move({ minutes: -30 })
    expect(await readFile(file, 'utf8')).toBe(String(25.5 * 3_600_000))
    await clock.set(new Date('2030-01-01T00:00:00Z'))
    expect(application.now().toISOString()).toMatch(/^2030-01-01T00:00:0/)
    expect(clock.now().toISOString()).toMatch(/^2030-01-01T00:00:0/)
    await clock.reset()
    expect(await readFile(file, 'utf8')).toBe('0')
  })
})
