import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { request, type RequestOptions } from 'node:https'
import type { Duplex } from 'node:stream'
import { connect } from 'node:tls'
import { isPublicAddress, readEndpoint } from './endpoint'

/** How a message gets out: tests have it end at this machine. */
export interface PushLine {
  /** The IP addresses of a name. */
  resolve(hostname: string): Promise<readonly string[]>
  /** A connection to one of these addresses, as the host of that name. */
  connect(address: string, hostname: string): Duplex
}

/** The internet, by TLS on port 443. */
const INTERNET: PushLine = {
  resolve: async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address),
  connect: (address, hostname) =>
    connect({ host: address, port: 443, servername: hostname, ALPNProtocols: ['http/1.1'] }),
}

/** All that is waited for one message, in milliseconds. */
const PATIENCE_MS = 10_000

/** The address leads where no message of ours may go. */
export class RefusedEndpoint extends Error {
  override readonly name = 'RefusedEndpoint'
}

/** A message as it is posted. */
export interface PushMessage {
  readonly endpoint: string
  readonly headers: NonNullable<RequestOptions['headers']>
  readonly body: Buffer
}

async function over(signal: AbortSignal): Promise<never> {
  await once(signal, 'abort')
  throw new Error('no answer in time')
}

/**
 * Posts one message to a push service whose address a client has named. The connection goes to the very
 * address that was looked at, so that a name cannot lead elsewhere in between; a redirect is followed by
 * nobody, and of the answer nothing but its status is read.
 * @returns the status of the answer.
 * @throws RefusedEndpoint for an address that is no push service's, or leads into a network that is not public.
 * @throws Error when nothing answers within ten seconds.
 */
export async function postMessage({ endpoint, headers, body }: PushMessage, line = INTERNET): Promise<number> {
  const url = readEndpoint(endpoint)
  if (!url) throw new RefusedEndpoint('no address of a push service')
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const addresses = await Promise.race([line.resolve(url.hostname), over(signal)])
  const [address] = addresses
  if (address === undefined || !addresses.every(isPublicAddress)) throw new RefusedEndpoint('no public address')
  const socket = line.connect(address, url.hostname)
  try {
    return await new Promise<number>((resolve, reject) => {
      const posting = request(
        url,
        { method: 'POST', headers, signal, port: 443, defaultPort: 443, createConnection: () => socket, maxHeaderSize: 16_384 },
        (answer) => {
          resolve(answer.statusCode ?? 0)
        },
      )
      posting.on('error', reject)
      posting.end(body)
    })
  } finally {
    socket.destroy()
  }
}
