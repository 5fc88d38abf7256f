import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail server on this machine that takes every mail and keeps it. */
export interface Mailbox {
  /** What SMTP_URL is to be. */
  readonly url: string
  /** Every mail so far, in the order of arrival. */
  readonly mails: readonly Email[]
  close(): Promise<void>
}

/** Starts the mail server. @param port a free one for 0. */
export async function startMailbox(port = 0): Promise<Mailbox> {
  const mails: Email[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.once('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then(
          (mail) => {
            mails.push(mail)
            done()
          },
          (error: unknown) => {
            done(error instanceof Error ? error : new Error(String(error)))
          },
        )
      })
    },
  })
  const listener = server.listen(port, '127.0.0.1')
  await once(listener, 'listening')
  // A TCP server's address is always an object.
  const address = listener.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${String(address.port)}`,
    mails,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
      }),
  }
}
