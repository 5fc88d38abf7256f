import { NextRequest } from 'next/server'
import { ownPath } from '@/domain/own-path'
import { authHandler } from '@/server/auth/next-auth'
import { runtime } from '@/server/runtime'

/** The fields of the sign-in form: a link's token, or an address with its six digits as the token. */
export interface SignInFields {
  readonly token: string
  readonly email?: string | undefined
  readonly callbackUrl: string
}

/**
 * Where the browser goes then: a path of ours, whatever host the request named. next-auth's own error
 * page is not served; a token that opens nothing leads back to the sign-in page.
 */
function nextPage(location: string | null, { callbackUrl }: SignInFields): string {
  const url = new URL(location ?? '/api/auth/error', runtime().publicUrl)
  if (!url.pathname.startsWith('/api/auth/')) return ownPath(url.pathname + url.search, '/')
  const back = new URL(callbackUrl, runtime().publicUrl).searchParams.get('next')
  return `/sign-in?${new URLSearchParams({ error: 'Verification', ...(back ? { next: back } : {}) }).toString()}`
}

/** Hands a sign-in form to next-auth, which reads it from the query: so it never stands in an address bar or log. */
export async function openSignIn(request: NextRequest, fields: SignInFields): Promise<Response> {
  const url = new URL('/api/auth/callback/email', runtime().publicUrl)
  url.searchParams.set('token', fields.token.replaceAll(/\s/g, ''))
  if (fields.email) url.searchParams.set('email', fields.email)
  url.searchParams.set('callbackUrl', fields.callbackUrl)
  const inner = new NextRequest(url, { method: 'POST', headers: request.headers })
  const answer = await authHandler(runtime())(inner, { params: Promise.resolve({ nextauth: ['callback', 'email'] }) })
  const headers = new Headers(answer.headers)
  headers.set('cache-control', 'no-store')
  headers.set('location', nextPage(headers.get('location'), fields))
  // After a POST the browser must GET the next page.
  return new Response(null, { status: 303, headers })
}
