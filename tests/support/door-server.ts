import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { NextRequest } from 'next/server'
import { POST } from '@/app/(door)/c/[code]/route'
import { flushAnnouncements } from '@/server/live/publish'
import { buildContext } from '../factories/context'

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
