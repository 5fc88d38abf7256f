import type { PrismaClient } from '../../../src/generated/prisma/client'
import type { DoorPerson } from '../door-people'
import { median } from '../percentile'
import type { BenchServer } from '../server'
import { sendAll } from '../sockets'
import { watchStatements } from '../statement-log'
import { connect, statementsOf } from './contenders'
import { demandReceipt, plan, requestOf, type Planned } from './planned'

const WATCHED = 60

/**
 * What one check-in costs the database, by the server's own log and transaction ids.
 * @throws Error when the route runs other statements than the reference: it is worth something only
 *   while both are the same.
 */
export async function countPerCheckIn(server: BenchServer, db: PrismaClient, people: readonly DoorPerson[]) {
  const planned = await plan(db, people, WATCHED + 1)
  const port = Number(new URL(server.url).port)
  const send = async (one: Planned | undefined) => {
    const requests = one ? [requestOf(server, one)] : []
    await sendAll(port, 1, () => requests.pop(), (status, head) => {
      demandReceipt(server, status, head)
    })
  }
  const watched = await watchStatements(
    await connect(server.database.url),
    planned.slice(1).map((one) => () => send(one)),
    () => send(planned[0]),
  )
  const statements = median(watched.map((one) => one.statements.length))
  const commits = median(watched.map((one) => one.commits))

  const typical = watched.find((one) => one.statements.length === statements)?.statements ?? []
  const [recorded = []] = await statementsOf(server, planned.slice(0, 1))
  const same = recorded.map(({ text }) => text.trim().replace(/\s+/g, ' '))
  if (typical.join('\n') !== same.join('\n')) {
    throw new Error(`The route runs other statements than the reference:\n${typical.join('\n')}\n\n${same.join('\n')}`)
  }
  return {
    answered: planned.length,
    figures: { commits, statements },
    rows: [
      ['statements a check-in', String(statements), ''],
      ['writing transactions a check-in', String(commits), ''],
    ],
  }
}
