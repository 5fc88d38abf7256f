import type { Readable } from 'node:stream'
import { createTransport, type NodemailerError } from 'nodemailer'
import { createTurns } from '@/server/lib/turns'

/** A mail as it is handed to the mail server. */
export interface OutgoingMail {
  readonly messageId: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
}

/** What became of one attempt; `reason` holds no address. */
export type Delivery =
  | { readonly outcome: 'SENT' }
  /** The server will not take this mail, now or later. */
  | { readonly outcome: 'REFUSED'; readonly reason: string }
  /** Certainly not accepted; worth another attempt. */
  | { readonly outcome: 'LATER'; readonly reason: string }
  /** The connection ended after the text was on its way: accepted or not, nobody knows. */
  | { readonly outcome: 'UNKNOWN'; readonly reason: string }

export interface MailTransport {
  /** How many mails can be on their way at the same time. */
  readonly connections: number
  /** Runs `work`, which is to send one mail, when a connection is free for it; others wait in order. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** Never throws: whatever goes wrong is a delivery of its own kind. */
  send(mail: OutgoingMail): Promise<Delivery>
  close(): void
}

/** Replies to these commands are about the recipient and the mail; others are about our own standing. */
const ABOUT_THE_MAIL: ReadonlySet<string> = new Set(['RCPT TO', 'DATA'])

/** One line for the operator: addresses, which servers like to repeat, are taken out. */
function reasonOf(error: NodemailerError): string {
  const text = error.response ?? `${error.code ?? 'error'} ${error.message}`
  return `${error.command ?? 'send'}: ${text}`
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/<?[^\s<>:]+@[^\s<>:]+>?/g, '(address)')
    .slice(0, 250)
}

function judge(error: NodemailerError, textWasRead: boolean): Delivery {
  const reason = reasonOf(error)
  const status = error.responseCode
  if (status === undefined || status < 400) return { outcome: textWasRead ? 'UNKNOWN' : 'LATER', reason }
  return { outcome: status >= 500 && ABOUT_THE_MAIL.has(error.command ?? '') ? 'REFUSED' : 'LATER', reason }
}

export interface TransportOptions {
  /** `smtp://` or `smtps://`, with user and password if the server asks for them. */
  readonly url: string
  /** Connections kept open at most. */
  readonly connections?: number
  /** How long the server may take for one answer, in milliseconds. */
  readonly answerMs?: number
}

/** A pool of connections to the mail server of an SMTP address. */
export function createMailTransport({ url, connections = 4, answerMs = 60_000 }: TransportOptions): MailTransport {
  const transporter = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // The stream that goes to the server after DATA: once a byte of it was read, the outcome of a broken
  // connection is unknown. The pool itself sends again only what was not read.
  const streams = new Map<string, Readable>()
  transporter.use('stream', (mail, done) => {
    const id = mail.data.messageId
    mail.message.processFunc((stream) => {
      if (id) streams.set(id, stream)
      return stream
    })
    done()
  })
  return {
    connections,
    inTurn: createTurns(connections),
    async send(mail) {
      try {
        await transporter.sendMail({
          messageId: mail.messageId,
          from: mail.from,
          to: [{ name: '', address: mail.to }],
          envelope: { from: mail.from, to: mail.to },
          subject: mail.subject,
          html: mail.html,
          text: mail.text,
          headers: Object.entries(mail.headers).map(([key, value]) => ({ key, value: { prepared: true, value } })),
        })
        return { outcome: 'SENT' }
      } catch (error) {
        const failure: NodemailerError = error instanceof Error ? error : new Error(String(error))
        return judge(failure, streams.get(mail.messageId)?.readableDidRead ?? false)
      } finally {
        streams.delete(mail.messageId)
      }
    },
    close: () => {
      transporter.close()
    },
  }
}
