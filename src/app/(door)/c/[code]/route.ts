import { NextResponse, type NextRequest } from 'next/server'
import { refuseCrossSite } from '@/app/_lib/cross-site'
import { readForm } from '@/app/_lib/form'
import { sessionCookieName, sessionCookieOptions } from '@/server/auth/session-cookie'
import { refusalOf } from '@/trpc/refusal'
import { checkInPage } from '../../_lib/check-in-page'
import { answeringWithApi } from '../../_lib/answering'

interface Params {
  readonly params: Promise<{ code: string }>
}

/** Keeps the claim for this phone's reloads: an old code still opens for who opened it in time. */
const CLAIM_COOKIE = 'door_claim'
const CLAIM_SECONDS = 600

/** The check-in page: what the phone's own camera opens. */
export function GET(request: NextRequest, { params }: Params) {
  return answeringWithApi(request, async ({ caller, locale }) => {
    const { code } = await params
    const door = await caller.door.open({ token: code, claim: request.cookies.get(CLAIM_COOKIE)?.value })
    const { body, status, headers } = checkInPage({ ...door, locale })
    const page = new NextResponse(body, { status, headers })
    page.cookies.set(CLAIM_COOKIE, door.claim, {
      ...sessionCookieOptions(),
      path: '/c',
      maxAge: CLAIM_SECONDS,
    })
    return page
  })
}

/** Checks in; the browser then GETs the receipt, so that reloading it repeats nothing. */
export function POST(request: NextRequest, { params }: Params) {
  return refuseCrossSite(request) ?? answeringWithApi(request, async ({ caller, locale, viewer }) => {
    const { code } = await params
    const fields = (await readForm(request)) ?? {}
    const typed = { name: fields['name'] ?? '', email: fields['email'] ?? '' }
    try {
      const receipt = await caller.door.checkIn({ token: fields['claim'] ?? '-', ...typed })
      // A path alone: a Host header that somebody made up must not decide where the phone goes.
      const headers = { location: `/in/${receipt.eventId}`, 'cache-control': 'no-store' }
      const next = new NextResponse(null, { status: 303, headers })
      if (receipt.session) {
        next.cookies.set(sessionCookieName(), receipt.session.token, {
          ...sessionCookieOptions(),
          maxAge: receipt.session.hours * 3600,
        })
      }
      return next
    } catch (error) {
      const refusal = refusalOf(error, locale)
      // A name or address to mend: the page again, with what was typed. Anything else is final.
      if (refusal.code !== 'BAD_REQUEST' || viewer) throw error
      const door = await caller.door.open({ token: code, claim: fields['claim'] })
      return checkInPage({ ...door, locale, typed, problem: refusal.message })
    }
  })
}
