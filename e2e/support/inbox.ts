import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived. */
export interface Mail {
  /** The address it was delivered to, in lower case; a mail to two people is two of these. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Every http(s) address in the text part, in order. */
  readonly links: readonly string[]
  /** Every header and part. */
  readonly parsed: Email
  /** The message byte for byte. */
  readonly raw: string
}

/** Which mail is meant: to this address and, if given, with a subject that contains or matches this. */
export interface Wanted {
  readonly to: string
  readonly subject?: string | RegExp
}

/** A mailbox for every address there is. */
export interface Inbox {
  /** What SMTP_URL is to be. */
  readonly url: string
  /**
   * The oldest such mail that was not handed out yet, as soon as it is there.
   * @throws Error with the subjects that did arrive, when none comes within `timeoutMs` (15 s).
   */
  next(wanted: Wanted, timeoutMs?: number): Promise<Mail>
  /** Every mail to this address so far, handed out or not. */
  all(to: string): readonly Mail[]
  /** Forgets every mail. */
  clear(): void
  close(): Promise<void>
}

async function mailFrom(raw: Buffer, recipient: string): Promise<Mail> {
  const parsed = await PostalMime.parse(raw)
  const text = parsed.text ?? ''
  return {
    to: recipient.toLowerCase(),
    subject: parsed.subject ?? '',
    text,
    html: parsed.html ?? '',
    links: text.match(/https?:\/\/[^\s<>")\]]+/g) ?? [],
    parsed,
    raw: raw.toString('utf8'),
  }
}

function matches(mail: Mail, { to, subject }: Wanted): boolean {
  if (mail.to !== to.toLowerCase()) return false
  if (subject === undefined) return true
  return typeof subject === 'string' ? mail.subject.includes(subject) : subject.test(mail.subject)
}

interface Waiting {
  readonly wanted: Wanted
  readonly give: (mail: Mail) => void
}

/** Starts a mail server on a free port of this machine that takes every mail. */
export async function startInbox(): Promise<Inbox> {
  const arrived: Mail[] = []
  const unread: Mail[] = []
  const waiting = new Set<Waiting>()

  const deliver = (mail: Mail) => {
    arrived.push(mail)
    const first = [...waiting].find(({ wanted }) => matches(mail, wanted))
    if (first) {
      waiting.delete(first)
      first.give(mail)
    } else {
      unread.push(mail)
    }
  }

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.once('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address)
        Promise.all(recipients.map((recipient) => mailFrom(Buffer.concat(chunks), recipient))).then(
          (mails) => {
            mails.forEach(deliver)
            done()
          },
          (error: unknown) => {
            done(error instanceof Error ? error : new Error(String(error)))
          },
        )
      })
    },
  })
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  // A TCP server's address is always an object.
  const { port } = listener.address() as AddressInfo

  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    next(wanted, timeoutMs = 15_000) {
      const index = unread.findIndex((mail) => matches(mail, wanted))
      const [found] = index === -1 ? [] : unread.splice(index, 1)
      if (found) return Promise.resolve(found)
      return new Promise((resolve, reject) => {
        const entry: Waiting = { wanted, give: resolve }
        waiting.add(entry)
        AbortSignal.timeout(timeoutMs).addEventListener('abort', () => {
          if (!waiting.delete(entry)) return
          const seen = arrived.map(({ to, subject }) => `${to}: ${subject}`).join('; ') || 'none at all'
          reject(new Error(`No mail to ${wanted.to} (${String(wanted.subject ?? 'any subject')}). Arrived: ${seen}`))
        })
      })
    },
    all: (to) => arrived.filter((mail) => mail.to === to.toLowerCase()),
    clear() {
      arrived.length = 0
      unread.length = 0
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
      }),
  }
}
