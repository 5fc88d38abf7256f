import { setTimeout as wait } from 'node:timers/promises'
import type { PrismaClient } from '../../../src/generated/prisma/client'
import { systemClock } from '../../../src/server/lib/clock'
import { doorCode } from '../../../src/server/services/door/door-code'
import { makeRealEvent } from '../door-people'
import { newPhone, type Answer } from '../http'
import { percentile, rounded } from '../percentile'
import { startProgress } from '../progress'
import type { Random } from '../random'
import type { BenchServer } from '../server'
import { countRows } from './count-rows'
import { makeQueue, type Comer } from './queue'

/** How many come within how many seconds. */
export interface Burst {
  readonly phones: number
  readonly seconds: number
}

/** What one phone saw. */
interface Visit {
  readonly comer: Comer
  /** From opening the code to the answer of the check-in, without the time that a person reads and types. */
  readonly wholeMs: number
  /** The check-in alone. */
  readonly postMs: number
}

/** Phones one by one on the idle server, for the latency that there is without a queue. */
const IDLE_PHONES = 60

/**
 * A queue before a server that has answered nothing yet. The moments of arrival are those of a Poisson
 * process of which the count is known: each anywhere in the time, independent of the others. Their
 * suggestions, mails and open pages are computed beside them as on any evening.
 */
export async function measureBurst(server: BenchServer, db: PrismaClient, { phones, seconds }: Burst, random: Random) {
  const now = systemClock.now()
  const eventId = await makeRealEvent(db, now)
  const idleEventId = await makeRealEvent(db, now)
  const queue = await makeQueue(db, phones, random)
  const calm = await makeQueue(db, IDLE_PHONES, random)

  const faults: string[] = []
  const visits: Visit[] = []
  const progress = startProgress('Burst', phones)
  const moments = queue.map(() => random.next() * seconds * 1000)
  await Promise.all(
    queue.map(async (comer, place) => {
      await wait(moments[place])
      try {
        visits.push(await visit(server, eventId, comer))
      } catch (error) {
        faults.push(error instanceof Error ? error.message : String(error))
      }
      progress.step()
    }),
  )
  progress.end()
  const counted = await countRows(db, eventId, visits.map(({ comer }) => comer))

  const idle: Visit[] = []
  for (const comer of calm) idle.push(await visit(server, idleEventId, comer))

  const spread = (of: readonly Visit[], share: number) => ({
    whole: rounded(percentile(of.map(({ wholeMs }) => wholeMs), share), 1),
    post: rounded(percentile(of.map(({ postMs }) => postMs), share), 1),
  })
  const [p50, p99, idleP50] = [spread(visits, 0.5), spread(visits, 0.99), spread(idle, 0.5)]
  const most = spread(visits, 1)
  const figures = {
    phones,
    seconds,
    p50Ms: p50.whole,
    p99Ms: p99.whole,
    idleP50Ms: idleP50.whole,
    p99OverIdleP50: rounded(p99.whole / idleP50.whole, 2),
    postP50Ms: p50.post,
    postP99Ms: p99.post,
    postIdleP50Ms: idleP50.post,
    postP99OverIdleP50: rounded(p99.post / idleP50.post, 2),
    errors: faults.length,
    ...counted,
  }
  return {
    figures,
    faults,
    rows: [
      [`${String(phones)} phones in ${String(seconds)} s`, 'p50', 'p99', 'longest', 'idle p50', 'p99 over idle p50'],
      ['page and check-in, ms', p50.whole, p99.whole, most.whole, idleP50.whole, figures.p99OverIdleP50],
      ['check-in alone, ms', p50.post, p99.post, most.post, idleP50.post, figures.postP99OverIdleP50],
      ['errors', figures.errors, '', '', '', ''],
      ['duplicates', counted.duplicates, '', '', '', ''],
      ['acknowledged, not there', counted.lost, '', '', '', ''],
    ],
  }
}

function demand(answer: Answer, status: number, what: string): void {
  if (answer.status !== status) throw new Error(`${what}: status ${String(answer.status)} instead of ${String(status)}`)
}

/** As a phone does it: opens the code, sends the page's form, follows to the receipt. */
async function visit({ url, secret }: BenchServer, eventId: string, comer: Comer): Promise<Visit> {
  const phone = newPhone(url, comer.kind === 'KNOWN' ? { serendip: comer.sessionToken } : {})
  try {
    const page = await phone.get(`/c/${doorCode(secret, eventId, systemClock.now())}`)
    demand(page, 200, 'check-in page')
    const [form] = phone.formsOf(page)
    if (!form) throw new Error('the check-in page has no form')
    const answer = await phone.submit(form, comer.kind === 'NEW' ? { name: comer.name, email: comer.email } : {})
    demand(answer, 303, 'check-in')
    demand(await phone.follow(answer), 200, 'receipt')
    return { comer, wholeMs: page.ms + answer.ms, postMs: answer.ms }
  } finally {
    phone.close()
  }
}
