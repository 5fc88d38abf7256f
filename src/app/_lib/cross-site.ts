import type { NextRequest } from 'next/server'
import { env } from '@/env'
import { localeOf, textOf } from '@/text/translator'

/**
 * Refuses what another site's page sends on a visitor's behalf. Browsers state the origin of every
 * POST; a client that states none is not a browser and carries no cookie that it was not given. A page
 * of ours under `no-referrer` states `null`: then Sec-Fetch-Site decides, which browsers send on
 * trustworthy origins only, so that plain http (a trial in a local network) goes without.
 */
export function refuseCrossSite(request: NextRequest): Response | null {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const reading = request.method === 'GET' || request.method === 'HEAD'
  if (reading ? allowedToRead(site, origin, request) : allowedToWrite(site, origin, request)) return null
  const t = textOf(localeOf(request.headers.get('accept-language')), 'errors')
  return new Response(t('crossSite'), { status: 403 })
}

const ours = (origin: string, request: NextRequest) =>
  origin === env().PUBLIC_URL || origin === request.nextUrl.origin

function allowedToRead(site: string | null, origin: string | null, request: NextRequest): boolean {
  return origin === null || ours(origin, request) || site === 'same-origin'
}

function allowedToWrite(site: string | null, origin: string | null, request: NextRequest): boolean {
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  if (origin === null || ours(origin, request)) return true
  return origin === 'null' && (site === 'same-origin' || (site === null && env().PUBLIC_URL.startsWith('http:')))
}
