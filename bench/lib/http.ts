import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client'
import type { AppRouter } from '../../src/server/api/root'
import { encodeForm, formsOf, type Form } from './form'

/** An answer, read to its end. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** The address that was asked. */
  readonly url: string
  /** From the first byte sent to the last byte received, in milliseconds. */
  readonly ms: number
}

interface Sent {
  readonly method?: 'GET' | 'POST'
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** One person's browser: its own cookies and its own kept-alive connections. */
export interface Phone {
  readonly origin: string
  send(url: string, sent?: Sent): Promise<Answer>
  /** Sends all of a request and hangs up without waiting for the answer, as a phone that lost its network. */
  sendAndHangUp(url: string, sent: Sent): Promise<void>
  get(url: string): Promise<Answer>
  /** Sends a form, filled in. */
  submit(form: Form, typed: Readonly<Record<string, string>>): Promise<Answer>
  /** Follows an answer's redirects as a browser does. */
  follow(answer: Answer): Promise<Answer>
  /** Every form of a page. */
  formsOf(page: Answer): readonly Form[]
  /** Cookies by name, as they stand now. */
  cookies(): ReadonlyMap<string, string>
  /** The procedures, over HTTP with this phone's cookies. */
  readonly api: TRPCClient<AppRouter>
  close(): void
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const TIMEOUT_MS = 30_000
/** How a connection fails that the other side has ended. */
const STALE = new Set(['ECONNRESET', 'EPIPE'])

interface Cookie {
  readonly value: string
  readonly path: string
}

function keepCookies(jar: Map<string, Cookie>, lines: readonly string[]): void {
  for (const line of lines) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const at = pair.indexOf('=')
    const attribute = (name: string) =>
      attributes.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1)
    const name = pair.slice(0, at)
    if (attribute('max-age') === '0') jar.delete(name)
    else jar.set(name, { value: pair.slice(at + 1), path: attribute('path') ?? '/' })
  }
}

const within = (pathname: string, path: string) =>
  path === '/' || pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`)

/**
 * A phone.
 * @param origin the installation's address, without a slash at the end.
 * @param cookies what it has kept from earlier: none on a new one.
 */
export function newPhone(origin: string, cookies: Readonly<Record<string, string>> = {}): Phone {
  const jar = new Map(Object.entries(cookies).map(([name, value]): [string, Cookie] => [name, { value, path: '/' }]))
  const agent = new Agent({ keepAlive: true })

  function open(url: URL, { method = 'GET', body, headers = {} }: Sent) {
    const cookies = [...jar].filter(([, { path }]) => within(url.pathname, path)).map(([name, { value }]) => `${name}=${value}`)
    const outgoing = httpRequest(url, {
      agent,
      method,
      headers: {
        'accept-language': 'en',
        ...(cookies.length > 0 ? { cookie: cookies.join('; ') } : {}),
        ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)), origin }),
        ...headers,
      },
    })
    outgoing.setTimeout(TIMEOUT_MS, () => {
      outgoing.destroy(new Error(`No answer within ${String(TIMEOUT_MS / 1000)} s: ${method} ${url.pathname}`))
    })
    return outgoing
  }

  function exchange(url: URL, sent: Sent, start: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const outgoing = open(url, sent)
      outgoing.once('error', (error: NodeJS.ErrnoException) => {
        // The server may end an idle connection just as it is used again. Every browser then asks anew.
        if (outgoing.reusedSocket && STALE.has(error.code ?? '')) resolve(exchange(url, sent, start))
        else reject(error)
      })
      outgoing.once('response', (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.once('error', reject)
        incoming.once('end', () => {
          keepCookies(jar, incoming.headers['set-cookie'] ?? [])
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(chunks).toString('utf8'),
            url: url.href,
            ms: performance.now() - start,
          })
        })
      })
      outgoing.end(sent.body)
    })
  }

  const send = (address: string, sent: Sent = {}) => exchange(new URL(address, origin), sent, performance.now())

  function sendAndHangUp(address: string, sent: Sent): Promise<void> {
    return new Promise((resolve) => {
      const outgoing = open(new URL(address, origin), sent)
      // Hanging up is no fault here, whichever side notices it first.
      outgoing.on('error', () => undefined)
      outgoing.once('close', () => {
        resolve()
      })
      outgoing.end(sent.body, () => {
        outgoing.destroy()
      })
    })
  }

  const get = (url: string) => send(url)

  async function follow(answer: Answer): Promise<Answer> {
    const { location } = answer.headers
    if (!REDIRECTS.has(answer.status) || location === undefined) return answer
    return follow(await get(new URL(location, answer.url).href))
  }

  return {
    origin,
    send,
    sendAndHangUp,
    get,
    follow,
    submit(form, typed) {
      const { body, contentType } = encodeForm(form, typed)
      return send(form.action, { method: 'POST', body, headers: { 'content-type': contentType } })
    },
    formsOf: (page) => formsOf(page.body, page.url),
    cookies: () => new Map([...jar].map(([name, { value }]) => [name, value])),
    api: createTRPCClient<AppRouter>({
      links: [
        httpLink({
          url: `${origin}/api/trpc`,
          async fetch(input, init) {
            const posts = init?.method === 'POST'
            const answer = await send(input instanceof Request ? input.url : input.toString(), {
              method: posts ? 'POST' : 'GET',
              headers: { 'content-type': 'application/json' },
              // The link writes its own JSON; a procedure without input has no body at all.
              ...(posts ? { body: typeof init.body === 'string' ? init.body : '' } : {}),
            })
            return {
              ok: answer.status < 400,
              json: () => Promise.resolve().then((): unknown => JSON.parse(answer.body)),
            }
          },
        }),
      ],
    }),
    close() {
      agent.destroy()
    },
  }
}
