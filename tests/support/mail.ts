import { createMailTransport } from '@/server/email/transport'
import type { MailDeps } from '@/server/services/mail/mail-deps'
import { queueMail, type NewMail } from '@/server/services/mail/queue-mail'
import { minutesFromNow, NOW, PUBLIC_URL, SECRET } from '../factories/moment'
import { testDb } from '../setup/integration'
import type { TestSmtp } from './smtp'

/** A clock that a test sets. */
export interface TestClock {
  at: Date
  now(): Date
}

export function testClock(at = NOW): TestClock {
  return {
    at,
    now() {
      return this.at
    },
  }
}

const FROM = 'Serendip <hello@meet.example.org>'

/** What sending takes, with the test's database and its mail server, or none. */
export function mailDeps(smtp: TestSmtp | null, clock = testClock()): MailDeps & { clock: TestClock } {
  return {
    db: testDb(),
    clock,
    secret: SECRET,
    publicUrl: PUBLIC_URL,
    from: FROM,
    transport: smtp ? createMailTransport({ url: smtp.url }) : null,
  }
}

export const SIGN_IN_LINK = `${PUBLIC_URL}/sign-in/confirm?token=abcdefgh`

/** A sign-in mail to Ada, due now and good for 15 minutes. */
export function signInMail(overrides: { subjectKey?: string; recipient?: string } = {}): NewMail {
  return {
    kind: 'SIGN_IN',
    recipient: 'ada@example.org',
    subjectKey: 'request-1',
    props: { name: 'Ada', code: '123456', link: SIGN_IN_LINK, minutes: 15 },
    expiresAt: minutesFromNow(15),
    ...overrides,
  }
}

/** Queues a mail at NOW. */
export const queue = (mail: NewMail, now = NOW) => queueMail(testDb(), mail, now)

/** The outbox row of a mail. */
export const outboxRow = (id: string) => testDb().outboxMail.findUniqueOrThrow({ where: { id } })
