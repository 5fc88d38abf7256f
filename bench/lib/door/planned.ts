import type { PrismaClient } from '../../../src/generated/prisma/client'
import { systemClock } from '../../../src/server/lib/clock'
import { issueClaim } from '../../../src/server/services/door/claim'
import { doorCode } from '../../../src/server/services/door/door-code'
import { makeEvents, type DoorPerson } from '../door-people'
import type { BenchServer } from '../server'

/** One check-in to come: who, where. */
export interface Planned {
  readonly person: DoorPerson
  readonly eventId: string
}

/** So many first check-ins, of different people in turn, at events made for them. */
export async function plan(db: PrismaClient, people: readonly DoorPerson[], count: number): Promise<readonly Planned[]> {
  const events = await makeEvents(db, Math.ceil(count / people.length), systemClock.now())
  return events.flatMap((eventId) => people.map((person) => ({ person, eventId }))).slice(0, count)
}

/** The bytes that a browser sends when somebody signed in taps the button. */
export function requestOf({ url, secret }: BenchServer, { person, eventId }: Planned): Buffer {
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

/** @throws Error with the answer's head and what the server complained of, unless it led on to the receipt. */
export function demandReceipt({ log }: BenchServer, status: number, head: string): void {
  if (status === 303) return
  throw new Error(`A check-in was not answered with the receipt:\n${head}\n${log.join('\n')}`)
}
