import pg from 'pg'
import { systemClock } from '../../../src/server/lib/clock'
import { issueClaim } from '../../../src/server/services/door/claim'
import { checkInStatements, type Statement } from '../check-in-sql'
import { atEnd } from '../clean-up'
import { processorTime } from '../processor-time'
import type { BenchServer } from '../server'
import { sendAll } from '../sockets'
import { demandReceipt, requestOf, type Planned } from './planned'
import type { Contender } from './turns'

/** As many connections to the database as the application has by default. */
const DATABASE_CONNECTIONS = 10

/**
 * Check-ins through the real route, over so many connections in all, spread evenly over the instances,
 * which all go by the first one's address.
 */
export function route(
  instances: readonly [BenchServer, ...BenchServer[]],
  connections: number,
  planned: readonly Planned[],
): Contender {
  const requests = planned.map((one) => requestOf(instances[0], one)).values()
  const drive = async (server: BenchServer, more: () => boolean) => {
    let done = 0
    const next = () => (more() ? requests.next().value : undefined)
    await sendAll(Number(new URL(server.app.url).port), Math.ceil(connections / instances.length), next, (status, head) => {
      demandReceipt(server, status, head)
      done++
    })
    return done
  }
  return {
    async work(more) {
      const done = await Promise.all(instances.map((server) => drive(server, more)))
      return done.reduce((sum, each) => sum + each, 0)
    },
    processorMs: () => instances.reduce((sum, { app }) => sum + (processorTime(app.pid) ?? Number.NaN), 0),
  }
}

/** The connections over which the reference runs; closed at the end. */
export function connectAll({ database }: BenchServer): Promise<readonly pg.Client[]> {
  return Promise.all(Array.from({ length: DATABASE_CONNECTIONS }, () => connect(database.url)))
}

/** One connection, closed at the end. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  atEnd(() => client.end())
  return client
}

/** What the route runs for these check-ins, in SQL. */
export function statementsOf({ secret }: BenchServer, planned: readonly Planned[]) {
  const now = systemClock.now()
  return Promise.all(
    planned.map(({ person, eventId }) =>
      checkInStatements({ person, claim: issueClaim(secret, eventId, now), secret, now }),
    ),
  )
}

/** As pgbench does it: each connection runs one check-in's statements after the other's, prepared once. */
export function reference(clients: readonly pg.Client[], checkIns: readonly (readonly Statement[])[]): Contender {
  const all = checkIns.values()
  const drive = async (client: pg.Client, more: () => boolean) => {
    let done = 0
    const next = () => (more() ? all.next().value : undefined)
    for (let statements = next(); statements; statements = next()) {
      for (const { name, text, values } of statements) await client.query({ name, text, values: [...values] })
      done++
    }
    return done
  }
  return {
    async work(more) {
      const done = await Promise.all(clients.map((client) => drive(client, more)))
      return done.reduce((sum, each) => sum + each, 0)
    },
    processorMs: () => Number.NaN,
  }
}
