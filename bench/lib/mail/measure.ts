import { createDatabase } from '../../../src/server/db/client'
import { createMailTransport } from '../../../src/server/email/transport'
import { startWorker } from '../../../src/server/jobs/worker'
import { queueMorningAfter } from '../../../src/server/services/follow-up/queue-morning-after'
import type { MailDeps } from '../../../src/server/services/mail/mail-deps'
import { atEnd } from '../clean-up'
import { startDatabase } from '../server'
import { nodemailerAlone } from './alone'
import { makeEvening, makeReaders } from './evening'
import { inWords, sendThroughOutbox } from './outbox'
import { startSink } from './sink'

/** Longer than a run, in milliseconds: a beat would queue an evening that is only half written here. */
const HEARTBEAT_MS = 3_600_000
/** Connections to the database, the default of `DATABASE_POOL`. */
const POOL = 10

const EVENING_ENDS = new Date('2026-11-19T21:00:00Z')
const BEFORE_ANY_IS_DUE = new Date('2026-11-20T07:00:00Z')
const ALL_ARE_DUE = new Date('2026-11-20T09:31:00Z')

/** What one run measured; the times of each round in seconds. */
export interface Measured {
  readonly outbox: readonly number[]
  readonly alone: readonly number[]
  /** Mails of the outbox that never came. */
  readonly lost: number
  /** Mails of the outbox that came more than once. */
  readonly twice: number
}

/** So many mails of the morning after a round, through the outbox and by nodemailer alone, in turns. */
export async function measureMail(messages: number, rounds: number): Promise<Measured> {
  const { url: databaseUrl } = await startDatabase()
  const db = createDatabase(databaseUrl, POOL)
  atEnd(() => db.$disconnect())
  const sink = await startSink()
  const transport = createMailTransport({ url: sink.url })
  const clock = { at: BEFORE_ANY_IS_DUE, now: () => clock.at }
  const surroundings = { secret: 's'.repeat(43), publicUrl: 'https://meet.example.org', from: 'Serendip <hello@meet.example.org>' }
  const deps: MailDeps = { db, clock, transport, ...surroundings }
  const worker = await startWorker({ databaseUrl, deps, heartbeatMs: HEARTBEAT_MS })
  atEnd(() => worker.stop())
  const alone = nodemailerAlone(sink.url, transport.connections)

  const people = await makeReaders(db, messages, EVENING_ENDS)
  const times = { outbox: [] as number[], alone: [] as number[] }
  // The first round is not counted: it loads and compiles what the others use.
  for (let round = 0; round <= rounds; round += 1) {
    process.stderr.write(round === 0 ? 'Warming up …\n' : `Round ${String(round)} of ${String(rounds)} …\n`)
    clock.at = BEFORE_ANY_IS_DUE
    await makeEvening(db, people, EVENING_ENDS)
    await queueMorningAfter(db, clock.now())
    const mails = await inWords(deps)
    if (mails.length !== messages) throw new Error(`${String(mails.length)} mails wait, not ${String(messages)}.`)
    const byOutbox = async () => {
      clock.at = ALL_ARE_DUE
      return sendThroughOutbox(deps)
    }
    const first = round % 2 === 0
    const [a, b] = first ? [await byOutbox(), await alone.send(mails)] : [await alone.send(mails), await byOutbox()]
    if (round === 0) continue
    times.outbox.push(first ? a : b)
    times.alone.push(first ? b : a)
  }
  const rows = await db.outboxMail.findMany({ select: { messageId: true } })
  const taken = rows.map(({ messageId }) => sink.taken.get(messageId) ?? 0)
  return { ...times, lost: taken.filter((times) => times === 0).length, twice: taken.filter((times) => times > 1).length }
}
