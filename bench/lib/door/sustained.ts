import type { PrismaClient } from '../../../src/generated/prisma/client'
import type { DoorPerson } from '../door-people'
import { median, rounded } from '../percentile'
import type { BenchServer } from '../server'
import { connectAll, reference, route, statementsOf } from './contenders'
import { plan } from './planned'
import { inTurns, perSecondOf, type Measured } from './turns'

/** How long and how often something is measured, over how many HTTP connections at the same time. */
export interface Effort {
  readonly seconds: number
  readonly rounds: number
  readonly connections: number
}

/** The fastest that each could be on any machine, in check-ins a second: so many are prepared. */
const FASTEST = { route: 4_000, reference: 12_000 }
const WARM_UP_SECONDS = 3

/**
 * Measures in rounds, of which the first warms up and does not count.
 * @returns the rounds that count, and how many check-ins were answered in all.
 */
async function inRounds(
  { seconds, rounds }: Effort,
  measure: (seconds: number, round: number) => Promise<readonly [Measured, Measured]>,
) {
  const counted: (readonly [Measured, Measured])[] = []
  let answered = 0
  for (let round = 0; round <= rounds; round++) {
    const both = await measure(round === 0 ? WARM_UP_SECONDS : seconds, round)
    answered += both[0].done + both[1].done
    if (round > 0) counted.push(both)
  }
  return { counted, answered }
}

const whole = (values: readonly number[]) => values.map((value) => value.toFixed(0)).join(' ')
const fine = (values: readonly number[]) => values.map((value) => value.toFixed(2)).join(' ')

/**
 * Check-ins a second through the real route, beside the same SQL without any web server in between.
 * @param beforeCounting called once warm.
 */
export async function measureSustained(
  server: BenchServer,
  db: PrismaClient,
  people: readonly DoorPerson[],
  effort: Effort,
  beforeCounting: () => void,
) {
  const clients = await connectAll(server)
  const { counted, answered } = await inRounds(effort, async (seconds, round) => {
    if (round === 1) beforeCounting()
    const checkIns = await statementsOf(server, await plan(db, people, seconds * FASTEST.reference))
    const planned = await plan(db, people, seconds * FASTEST.route)
    const both = await inTurns(seconds, [route([server], effort.connections, planned), reference(clients, checkIns)])
    const [ours, alone] = both.map((one) => perSecondOf(one).toFixed(0))
    process.stderr.write(`round ${String(round)}: ${ours ?? ''} check-ins/s by the route, ${alone ?? ''}/s by SQL alone\n`)
    return both
  })
  const rates = counted.map(([ours]) => perSecondOf(ours))
  const references = counted.map(([, alone]) => perSecondOf(alone))
  const cpu = counted.map(([ours]) => ours.cpuMs / ours.done)
  const perSecond = median(rates)
  const referencePerSecond = median(references)
  return {
    answered,
    figures: {
      perSecond: rounded(perSecond, 1),
      referencePerSecond: rounded(referencePerSecond, 1),
      ratio: rounded(perSecond / referencePerSecond, 4),
      processorMs: rounded(median(cpu), 3),
    },
    rows: [
      ['check-ins/s through the route', perSecond.toFixed(0), whole(rates)],
      ['same SQL alone, check-ins/s', referencePerSecond.toFixed(0), whole(references)],
      ['ratio', (perSecond / referencePerSecond).toFixed(3), fine(rates.map((rate, round) => rate / (references[round] ?? 0)))],
      ['web server’s processor time, ms', median(cpu).toFixed(2), fine(cpu)],
    ],
  }
}

/** Check-ins a second through two instances on one database, beside one of them alone. */
export async function measureTwo(
  server: BenchServer,
  db: PrismaClient,
  people: readonly DoorPerson[],
  effort: Effort,
) {
  const other = await server.another()
  const { counted, answered } = await inRounds(effort, async (seconds) => {
    const forBoth = await plan(db, people, seconds * FASTEST.route)
    const forOne = await plan(db, people, seconds * FASTEST.route)
    return inTurns(seconds, [
      route([server, other], effort.connections, forBoth),
      route([server], effort.connections, forOne),
    ])
  })
  await other.app.stop()
  const rates = counted.map(([both]) => perSecondOf(both))
  const alone = counted.map(([, one]) => perSecondOf(one))
  const perSecond = median(rates)
  const onePerSecond = median(alone)
  return {
    answered,
    figures: {
      perSecond: rounded(perSecond, 1),
      onePerSecond: rounded(onePerSecond, 1),
      ratio: rounded(perSecond / onePerSecond, 3),
    },
    rows: [
      ['two instances, check-ins/s', perSecond.toFixed(0), whole(rates)],
      ['one of them in the same rounds', onePerSecond.toFixed(0), whole(alone)],
    ],
  }
}
