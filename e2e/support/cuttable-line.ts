import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A way to the application that can be cut like a venue's network: for everything that goes over it, a
 * browser's service workers too, of which Playwright's `setOffline` does not reach every one.
 */
export interface CuttableLine {
  /** An origin that leads to the application. */
  readonly url: string
  readonly cut: () => Promise<void>
  readonly mend: () => Promise<void>
}

/** @param target the origin of the running application, which is told that its own pages ask */
export async function layLine(target: string): Promise<CuttableLine> {
  const server = createServer((near, answer) => {
    const { origin, ...headers } = near.headers
    const far = request(target + (near.url ?? '/'), {
      method: near.method,
      headers: { ...headers, host: new URL(target).host, ...(origin === undefined ? {} : { origin: target }) },
    })
    far.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    far.on('error', () => answer.destroy())
    answer.on('close', () => far.destroy())
    near.pipe(far)
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const cut = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  await listen(0)
  // A TCP server's address is always an object.
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${String(port)}`, cut, mend: () => listen(port) }
}
