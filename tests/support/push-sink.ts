import { createDecipheriv, createPublicKey, hkdfSync, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import type { PushLine } from '@/server/lib/web-push/post-message'
import type { TestBrowser } from '../factories/push'

/** A request as it came to the push service. */
export interface PushRequest {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** What the push service answers, by its number. */
interface Answer {
  status: number
  headers: Record<string, string>
}

/** A push service on this machine, and the line on which every name leads to it. */
export async function startPushSink() {
  const requests: PushRequest[] = []
  const answer: Answer = { status: 201, headers: {} }
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      requests.push({ path: request.url ?? '', headers: request.headers, body })
      response.writeHead(answer.status, answer.headers).end('x'.repeat(100_000))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const connected: string[] = []
  const addresses = ['198.41.0.4']
  const line: PushLine = {
    resolve: () => Promise.resolve(addresses),
    connect: (to, hostname) => {
      connected.push(`${hostname} at ${to}`)
      return connect(port, '127.0.0.1')
    },
  }
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { requests, answer, connected, addresses, line, stop }
}

/** Reads a message as that browser does (RFC 8291, RFC 8188 with one record). */
export function decrypt({ ecdh, keys }: TestBrowser, body: Buffer): unknown {
  const [salt, senderLength] = [body.subarray(0, 16), body.readUInt8(20)]
  const sender = body.subarray(21, 21 + senderLength)
  const sealed = body.subarray(21 + senderLength)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), Buffer.from(keys.p256dh, 'base64url'), sender])
  const secret = hkdfSync('sha256', ecdh.computeSecret(sender), Buffer.from(keys.auth, 'base64url'), info, 32)
  const derive = (what: string, length: number) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(secret), salt, Buffer.from(`Content-Encoding: ${what}\0`), length))
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
  decipher.setAuthTag(sealed.subarray(-16))
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString())
}

const CLAIMS = z.object({ aud: z.string(), exp: z.number(), sub: z.string() })

/** Checks the token of RFC 8292. @returns its claims and the key that signed it; throws when the signature is wrong. */
export function readVapid(headers: IncomingHttpHeaders) {
  const [, token, key] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(headers.authorization ?? '') ?? []
  const [head = '', claims = '', signature = ''] = (token ?? '').split('.')
  const point = Buffer.from(key ?? '', 'base64url')
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) }
  const signer = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const }
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), signer, Buffer.from(signature, 'base64url'))) {
    throw new Error('The token is not signed by its key.')
  }
  return { key, ...CLAIMS.parse(JSON.parse(Buffer.from(claims, 'base64url').toString())) }
}
