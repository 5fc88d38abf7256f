import { setTimeout as wait } from 'node:timers/promises'
import { enqueue } from '../../../src/server/jobs/enqueue'
import { mailContent } from '../../../src/server/services/mail/mail-content'
import type { MailDeps } from '../../../src/server/services/mail/mail-deps'
import { mailHeaders } from '../../../src/server/services/mail/mail-headers'
import type { OutgoingMail } from '../../../src/server/email/transport'

/** How often it is looked whether all has gone out, in milliseconds. */
const LOOK_MS = 20

/** The mails that wait, in the words in which they would leave now. */
export async function inWords(deps: MailDeps): Promise<readonly OutgoingMail[]> {
  const rows = await deps.db.outboxMail.findMany({ where: { state: 'QUEUED' } })
  const mails: OutgoingMail[] = []
  for (const row of rows) {
    const words = await mailContent(deps, row)
    if (!words) throw new Error('A mail of the benchmark has nothing to say.')
    const { subject, html, text } = words
    mails.push({ subject, html, text, messageId: row.messageId, from: deps.from, to: row.recipient, headers: mailHeaders(deps, row) })
  }
  return mails
}

/**
 * Lets a worker that is running send all that is due.
 * @returns how long it took until the last of them was written down as sent, in seconds
 * @throws Error when not all of them could be sent
 */
export async function sendThroughOutbox({ db }: MailDeps): Promise<number> {
  const begin = performance.now()
  await enqueue(db, 'send-mail', {}, { jobKey: 'send-mail' })
  while ((await db.outboxMail.findFirst({ where: { state: { in: ['QUEUED', 'SENDING'] } }, select: { id: true } })) !== null) {
    await wait(LOOK_MS)
  }
  const seconds = (performance.now() - begin) / 1000
  const failed = await db.outboxMail.count({ where: { state: { not: 'SENT' } } })
  if (failed > 0) throw new Error(`${String(failed)} mails were not sent.`)
  return seconds
}
