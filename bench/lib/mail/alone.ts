import { createTransport } from 'nodemailer'
import type { OutgoingMail } from '../../../src/server/email/transport'
import { atEnd } from '../clean-up'

/** Sends mails that are written already: with nodemailer alone, no database, nothing written down. */
export interface Alone {
  /** @returns how long it took until the last of them was accepted, in seconds */
  send(mails: readonly OutgoingMail[]): Promise<number>
}

/** nodemailer with a pool of as many connections as the outbox has. */
export function nodemailerAlone(url: string, connections: number): Alone {
  const transporter = createTransport({ url, pool: true, maxConnections: connections })
  atEnd(() => {
    transporter.close()
    return Promise.resolve()
  })
  return {
    async send(mails) {
      const begin = performance.now()
      await Promise.all(
        mails.map(({ messageId, headers, ...mail }) =>
          transporter.sendMail({ ...mail, headers: { ...headers }, messageId: messageId.replace('<', '<alone.') }),
        ),
      )
      return (performance.now() - begin) / 1000
    },
  }
}
