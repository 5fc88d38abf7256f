// npm run bench:door: check-ins a second through the real route, beside the rate at which the same
// server runs the same SQL without any web server in between, measured in turns.
import { parseArgs } from 'node:util'
import pg from 'pg'
import type { PrismaClient } from '../src/generated/prisma/client'
import { createDatabase } from '../src/server/db/client'
import { systemClock } from '../src/server/lib/clock'
import { doorCode } from '../src/server/services/door/door-code'
import { issueClaim } from '../src/server/services/door/claim'
import { checkInStatements, type Statement } from './lib/check-in-sql'
import { atEnd, runToTheEnd } from './lib/clean-up'
import { makeEvents, makePeople, type DoorPerson } from './lib/door-people'
import { median, rounded } from './lib/percentile'
import { processorTime } from './lib/processor-time'
import { sendAll } from './lib/sockets'
import { startServer, type BenchServer } from './lib/server'
import { watchStatements } from './lib/statement-log'
import { formatTable } from './lib/table'

const HELP = `npm run bench:door [-- options]
  --seconds N      how long each measurement runs (10)
  --rounds N       measurements of each kind, in turns (3)
  --connections N  HTTP connections at the same time (32)
  --cpu-prof DIR   writes a CPU profile of the web server there; the rates are lower then`

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '32' },
    'cpu-prof': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const SECONDS = Number(options.seconds)
const ROUNDS = Number(options.rounds)
const CONNECTIONS = Number(options.connections)
const PEOPLE = 1_000
/** As many connections to the database as the application has by default. */
const DATABASE_CONNECTIONS = 10
/** The fastest that either side could be on any machine, in check-ins a second: so many are prepared. */
const FASTEST = { route: 4_000, reference: 12_000 }
const WARM_UP_SECONDS = 3
const TURN_MS = 1_000
const WATCHED = 60

/** One check-in to come: who, where. */
interface Planned {
  readonly person: DoorPerson
  readonly eventId: string
}

if (options.help) console.log(HELP)
else await runToTheEnd(main)

async function main(): Promise<boolean> {
  const profile = options['cpu-prof']
  const preload = new URL(`./lib/cpu-profile.mjs?directory=${encodeURIComponent(profile ?? '')}`, import.meta.url)
  const server = await startServer({ movable: false, env: profile ? { NODE_OPTIONS: `--import ${preload.href}` } : {} })
  const db = createDatabase(server.database.url, 4)
  atEnd(() => db.$disconnect())
  const people = await makePeople(db, PEOPLE, systemClock.now())
  const clients = await Promise.all(Array.from({ length: DATABASE_CONNECTIONS }, () => connect(server.database.url)))

  const perCheckIn = await countPerCheckIn(server, db, people)
  const rates = { route: [] as number[], reference: [] as number[], cpuMs: [] as number[] }
  let expected = WATCHED + 1
  for (let round = 0; round <= ROUNDS; round++) {
    if (round === 1 && profile) process.kill(server.app.pid, 'SIGUSR2')
    const { route, reference } = await measureRound(server, db, clients, people, round === 0 ? WARM_UP_SECONDS : SECONDS)
    expected += route.done + reference.done
    if (round === 0) continue
    rates.route.push(perSecondOf(route))
    rates.reference.push(perSecondOf(reference))
    rates.cpuMs.push(route.cpuMs / route.done)
    process.stderr.write(
      `round ${String(round)}: ${perSecondOf(route).toFixed(0)} check-ins/s by the route, ${perSecondOf(reference).toFixed(0)}/s by SQL alone\n`,
    )
  }

  const rows = await db.checkIn.count()
  const perSecond = median(rates.route)
  const referencePerSecond = median(rates.reference)
  const ratio = perSecond / referencePerSecond
  console.log(
    formatTable([
      ['', 'median', 'each round'],
      ['check-ins/s through the route', perSecond.toFixed(0), rates.route.map((rate) => rate.toFixed(0)).join(' ')],
      ['same SQL alone, check-ins/s', referencePerSecond.toFixed(0), rates.reference.map((rate) => rate.toFixed(0)).join(' ')],
      ['ratio', ratio.toFixed(3), ''],
      [
        'web server’s processor time, ms',
        median(rates.cpuMs).toFixed(2),
        rates.cpuMs.map((ms) => ms.toFixed(2)).join(' '),
      ],
      ['statements a check-in', String(perCheckIn.statements), ''],
      ['writing transactions a check-in', String(perCheckIn.commits), ''],
      ['rows / check-ins answered', `${String(rows)} / ${String(expected)}`, ''],
    ]),
  )
  console.log(
    JSON.stringify({
      sustained: {
        perSecond: rounded(perSecond, 1),
        referencePerSecond: rounded(referencePerSecond, 1),
        ratio: rounded(ratio, 4),
      },
      perCheckIn,
    }),
  )
  return rows === expected
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  atEnd(() => client.end())
  return client
}

/** So many first check-ins, of different people in turn, at events made for them. */
async function plan(db: PrismaClient, people: readonly DoorPerson[], count: number): Promise<readonly Planned[]> {
  const events = await makeEvents(db, Math.ceil(count / people.length), systemClock.now())
  return events.flatMap((eventId) => people.map((person) => ({ person, eventId }))).slice(0, count)
}

/** The bytes that a browser sends when somebody signed in taps the button. */
function requestOf({ url, secret }: BenchServer, { person, eventId }: Planned): Buffer {
  const now = systemClock.now()
  const body = `claim=${issueClaim(secret, eventId, now)}`
  return Buffer.from(
    [
      `POST /c/${doorCode(secret, eventId, now)} HTTP/1.1`,
      `Host: ${new URL(url).host}`,
      `Origin: ${url}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${String(body.length)}`,
      'Accept: text/html',
      'Accept-Language: en',
      `Cookie: serendip=${person.sessionToken}`,
      '',
      body,
    ].join('\r\n'),
  )
}

/** What was done in some time, in milliseconds, and the web server's processor time for it. */
interface Measured {
  done: number
  ms: number
  cpuMs: number
}

function perSecondOf({ done, ms }: Measured): number {
  return (done / ms) * 1000
}

/**
 * Measures both for so many seconds each. They take turns of a second, so that whatever else the machine
 * does at the time slows both alike.
 */
async function measureRound(
  server: BenchServer,
  db: PrismaClient,
  clients: readonly pg.Client[],
  people: readonly DoorPerson[],
  seconds: number,
) {
  const planned = await plan(db, people, seconds * FASTEST.route)
  const requests = planned.map((one) => requestOf(server, one)).values()
  const checkIns = (await statementsOf(server, await plan(db, people, seconds * FASTEST.reference))).values()
  const route: Measured = { done: 0, ms: 0, cpuMs: 0 }
  const reference: Measured = { done: 0, ms: 0, cpuMs: 0 }
  for (let turn = 0; turn < seconds; turn++) {
    const cpuBefore = processorTime(server.app.pid) ?? Number.NaN
    await takeTurn(route, (more) => driveRoute(server, () => (more() ? requests.next().value : undefined)))
    route.cpuMs += (processorTime(server.app.pid) ?? Number.NaN) - cpuBefore
    await takeTurn(reference, (more) => driveReference(clients, () => (more() ? checkIns.next().value : undefined)))
  }
  return { route, reference }
}

async function takeTurn(measured: Measured, work: (more: () => boolean) => Promise<number>): Promise<void> {
  const start = performance.now()
  measured.done += await work(() => performance.now() - start < TURN_MS)
  measured.ms += performance.now() - start
}

/** Sends check-ins to the route, as many at a time as there are connections. @returns how many were answered. */
async function driveRoute(server: BenchServer, next: () => Buffer | undefined): Promise<number> {
  let done = 0
  await sendAll(Number(new URL(server.url).port), CONNECTIONS, next, (status, head) => {
    if (status !== 303) throw new Error(`A check-in was not answered with the receipt:\n${head}\n${server.log.join('\n')}`)
    done++
  })
  return done
}

function statementsOf({ secret }: BenchServer, planned: readonly Planned[]) {
  const now = systemClock.now()
  return Promise.all(
    planned.map(({ person, eventId }) =>
      checkInStatements({ person, claim: issueClaim(secret, eventId, now), secret, now }),
    ),
  )
}

/** As pgbench does it: each connection runs one check-in's statements after the other's, prepared once. */
async function driveReference(
  clients: readonly pg.Client[],
  next: () => readonly Statement[] | undefined,
): Promise<number> {
  let done = 0
  await Promise.all(
    clients.map(async (client) => {
      for (let statements = next(); statements; statements = next()) {
        for (const { name, text, values } of statements) await client.query({ name, text, values: [...values] })
        done++
      }
    }),
  )
  return done
}

/** What one check-in costs the database, by the server's own log and transaction ids. */
async function countPerCheckIn(server: BenchServer, db: PrismaClient, people: readonly DoorPerson[]) {
  const planned = await plan(db, people, WATCHED + 1)
  const port = Number(new URL(server.url).port)
  const send = async (one: Planned | undefined) => {
    const requests = one ? [requestOf(server, one)] : []
    await sendAll(port, 1, () => requests.pop(), (status, head) => {
      if (status !== 303) throw new Error(`A check-in was not answered with the receipt:\n${head}`)
    })
  }
  const client = await connect(server.database.url)
  const watched = await watchStatements(
    client,
    planned.slice(1).map((one) => () => send(one)),
    () => send(planned[0]),
  )
  const statements = median(watched.map((one) => one.statements.length))
  const commits = median(watched.map((one) => one.commits))

  // The reference is worth something only while it runs what the route runs.
  const typical = watched.find((one) => one.statements.length === statements)?.statements ?? []
  const [recorded = []] = await statementsOf(server, planned.slice(0, 1))
  const reference = recorded.map(({ text }) => text.trim().replace(/\s+/g, ' '))
  if (typical.join('\n') !== reference.join('\n')) {
    throw new Error(`The route runs other statements than the reference:\n${typical.join('\n')}\n\n${reference.join('\n')}`)
  }
  return { commits, statements }
}
