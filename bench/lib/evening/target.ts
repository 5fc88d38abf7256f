import pg from 'pg'
import { atEnd } from '../clean-up'
import { movableClock, type MovableClock } from '../clock'
import type { Phone } from '../http'
import { startMailbox, type Mailbox } from '../mailbox'
import { startServer } from '../server'

/** The installation on which the evening takes place. */
export interface Target {
  readonly url: string
  readonly setUpLink: string
  readonly mailbox: Mailbox | undefined
  readonly clock: MovableClock | undefined
  /** What the installation printed about its own errors. */
  readonly log: readonly string[]
  /** How many mails of the morning after have left the outbox, of so many people. */
  countSent(owner: Phone, people: number): Promise<number>
}

/** An installation of this run alone. */
export async function ownTarget(): Promise<Target> {
  const { url, setUpLink, mailbox, clock, database, log } = await startServer({ movable: true })
  return {
    url,
    setUpLink,
    mailbox,
    clock,
    log,
    async countSent() {
      const client = new pg.Client({ connectionString: database.url })
      await client.connect()
      try {
        const { rows } = await client.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM outbox_mail WHERE kind = 'MORNING_AFTER' AND state = 'SENT'`,
        )
        return rows[0]?.count ?? 0
      } finally {
        await client.end()
      }
    },
  }
}

/** A fresh installation that runs already, and what it was started with. */
export interface RunningTarget {
  readonly url: string
  readonly setUpLink: string
  readonly smtpPort: number | undefined
  readonly clockFile: string | undefined
}

/** Of such an installation only what its operator sees is known: mails that have not left the outbox. */
export async function runningTarget({ url, setUpLink, smtpPort, clockFile }: RunningTarget): Promise<Target> {
  const mailbox = smtpPort === undefined ? undefined : await startMailbox(smtpPort)
  if (mailbox) atEnd(() => mailbox.close())
  return {
    url: new URL(url).origin,
    setUpLink,
    mailbox,
    clock: clockFile === undefined ? undefined : movableClock(clockFile),
    // It prints where it was started.
    log: [],
    async countSent(owner, people) {
      const { mails } = await owner.api.mail.outbox.query()
      return people - mails.filter(({ kind }) => kind === 'MORNING_AFTER').length
    },
  }
}
