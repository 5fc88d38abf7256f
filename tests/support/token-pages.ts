import { NextRequest } from 'next/server'
import type { Runtime } from '@/server/runtime'
import { PUBLIC_URL, SECRET } from '../factories/moment'
import { testDb } from '../setup/integration'
import type { TestClock } from './mail'

type Handler = (request: NextRequest, place: { params: Promise<{ token: string }> }) => Promise<Response>

/** These pages hear of nothing. */
const NO_LIVE: Runtime['live'] = {
  subscribe: () => {
    throw new Error('A page of a token subscribes to nothing.')
  },
  ready: () => Promise.resolve(),
  close: () => Promise.resolve(),
}

/** What route handlers take for the process's own: the test's database and clock. */
export function useRuntime(clock: TestClock): void {
  globalThis.serendipRuntime = { db: testDb(), clock, secret: SECRET, publicUrl: PUBLIC_URL, live: NO_LIVE }
}

/** Opens a link. */
export function visit(handler: Handler, path: string, token: string): Promise<Response> {
  return handler(new NextRequest(`${PUBLIC_URL}${path}/${token}`), { params: Promise.resolve({ token }) })
}

/** Posts a form as text, `application/x-www-form-urlencoded` unless said otherwise. */
export function post(
  handler: Handler,
  path: string,
  token: string,
  body = '',
  type = 'application/x-www-form-urlencoded',
): Promise<Response> {
  const headers = { 'content-type': type, 'content-length': String(body.length) }
  const request = new NextRequest(`${PUBLIC_URL}${path}/${token}`, { method: 'POST', headers, body })
  return handler(request, { params: Promise.resolve({ token }) })
}
