import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { NextRequest } from 'next/server'
import { POST } from '@/app/(door)/c/[code]/route'
import { sessionCookieName } from '@/server/auth/session-cookie'
import type { Db } from '@/server/db/client'
import { flushAnnouncements } from '@/server/live/publish'
import { issueClaim } from '@/server/services/door/claim'
import { buildContext } from '../factories/context'
import { buildEvent } from '../factories/community'
import { minutesFromNow, NOW, SECRET } from '../factories/moment'
import { buildSession, buildUser } from '../factories/user'

/** The door's own handler behind a real HTTP server in this process. */
export interface DoorServer {
  readonly port: number
  close(): Promise<void>
}

/** Serves check-ins on this database, at {@link NOW}. One a process: the handlers share what it lives with. */
export async function startDoor(db: Parameters<typeof buildContext>[0]): Promise<DoorServer> {
  const { clock, secret, publicUrl, live } = buildContext(db, null)
  globalThis.serendipRuntime = { db, clock, secret, publicUrl, live }
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // It listens on a port, so this is no name of a pipe.
  const { port } = server.address() as AddressInfo
  return {
    port,
    async close() {
      await flushAnnouncements()
      globalThis.serendipRuntime = undefined
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? ''}`)
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)])
  const body = Buffer.concat(await incoming.toArray())
  const request = new NextRequest(url, { method: 'POST', headers, body })
  const response = await POST(request, { params: Promise.resolve({ code: '-' }) })
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(await response.text())
}

/** A phone at the door: what it posts, as often as it likes. */
export interface DoorPhone {
  /** Whose check-in it is. */
  readonly key: string
  readonly body: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
}

/** An event whose door is open, and so many phones before it, every fourth a newcomer's. */
export async function queueAtDoor(db: Db, count: number) {
  const event = await buildEvent(db, { startsAt: minutesFromNow(-30), endsAt: minutesFromNow(120) })
  const phones = await Promise.all(
    Array.from({ length: count }, async (_, place): Promise<DoorPhone> => {
      const claim = issueClaim(SECRET, event.id, NOW)
      if (place % 4 === 3) {
        const email = `newcomer-${String(place)}@example.org`
        return { key: email, body: new URLSearchParams({ claim, name: `Newcomer ${String(place)}`, email }), headers: {} }
      }
      const user = await buildUser(db)
      const { token } = await buildSession(db, { userId: user.id })
      return {
        key: user.id,
        body: new URLSearchParams({ claim }),
        headers: { cookie: `${sessionCookieName()}=${token}` },
      }
    }),
  )
  return { event, phones }
}

/** Posts the phone's claim to the door at this port. @throws when no answer comes. */
export function tap(port: number, { body, headers }: DoorPhone): Promise<Response> {
  return fetch(`http://127.0.0.1:${String(port)}/c/-`, { method: 'POST', body, headers, redirect: 'manual' })
}

/** Whose check-ins stand at the event, each as often as it stands there; newcomers by the address they typed. */
export async function keysIn(db: Db, eventId: string): Promise<readonly string[]> {
  const rows = await db.checkIn.findMany({ where: { eventId }, select: { userId: true, user: true } })
  return rows.map(({ userId, user }) => user.doorEmail ?? userId).sort()
}
