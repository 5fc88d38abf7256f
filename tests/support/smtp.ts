import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** What the server does with the next mail: accepts, answers with a code, or hangs up after the text. */
export type Answer = 'accept' | 'drop' | { readonly at: 'RCPT' | 'DATA' | 'MAIL'; readonly code: number }

/** A mail server of a test. */
export interface TestSmtp {
  readonly url: string
  /** Mails that were accepted, parsed. */
  readonly inbox: Email[]
  /** How many mails came as far as their text, accepted or not. */
  readonly texts: () => number
  /** Answers in turn; when none is left, all are accepted. */
  answers: Answer[]
  /** Runs within the server before it answers a text. */
  beforeAnswer: () => Promise<void>
  stop(): Promise<void>
}

const refusal = (code: number) =>
  Object.assign(new Error(`the mailbox ada@example.org says ${String(code)}`), { responseCode: code })

/** Starts a mail server on a free port of this machine. */
export async function startSmtp(): Promise<TestSmtp> {
  const inbox: Email[] = []
  const sockets = new Map<number | undefined, Socket>()
  let texts = 0
  const next = (at: 'RCPT' | 'DATA' | 'MAIL') => {
    const answer = smtp.answers[0]
    if (typeof answer !== 'object' || answer.at !== at) return null
    smtp.answers.shift()
    return refusal(answer.code)
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onMailFrom: (_address, _session, done) => {
      done(next('MAIL'))
    },
    onRcptTo: (_address, _session, done) => {
      done(next('RCPT'))
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        void receive(Buffer.concat(chunks), session.remotePort, done)
      })
    },
  })
  async function receive(raw: Buffer, port: number, done: (error?: Error | null) => void): Promise<void> {
    texts += 1
    await smtp.beforeAnswer()
    if (smtp.answers[0] === 'drop') {
      smtp.answers.shift()
      sockets.get(port)?.destroy()
      return
    }
    const refused = next('DATA')
    if (refused) {
      done(refused)
      return
    }
    if (smtp.answers[0] === 'accept') smtp.answers.shift()
    inbox.push(await PostalMime.parse(raw))
    done()
  }
  // A client that hangs up is part of what is tested.
  server.on('error', () => undefined)
  server.server.on('connection', (socket) => sockets.set(socket.remotePort, socket))
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const smtp: TestSmtp = {
    url: `smtp://127.0.0.1:${String(port)}`,
    inbox,
    texts: () => texts,
    answers: [],
    beforeAnswer: () => Promise.resolve(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
      }),
  }
  return smtp
}
