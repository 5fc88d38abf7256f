import type { NextRequest } from 'next/server'
import { textOf, type Locale } from '@/text/translator'
import { routeApi } from '@/trpc/route'
import { readForm } from './form'
import { answerToken, type TokenTitles } from './token-page'

type Api = Awaited<ReturnType<typeof routeApi>>

interface Place {
  readonly params: Promise<{ token: string }>
}

type Handler = (request: NextRequest, place: Place) => Promise<Response>

interface Handlers {
  readonly GET: Handler
  readonly POST: Handler
}

/** One request by a link of a mail. */
export interface MailLinkRequest {
  readonly caller: Api['caller']
  readonly locale: Locale
  readonly token: string
}

interface MailLink {
  readonly titles: (locale: Locale) => TokenTitles
  /** The page of the link. Changes nothing, since mail scanners open every link. */
  readonly show: (asked: MailLinkRequest) => Promise<Response>
  /** Does what the posted form says. The token is the proof, so no cookie is looked at. */
  readonly act: (asked: MailLinkRequest, fields: Readonly<Record<string, string>>) => Promise<Response>
  /** Acts whatever the body is, as RFC 8058 asks; otherwise it must be a form as our own pages post it. */
  readonly anyBody?: boolean
}

/** The two handlers of a link in a mail, whose token alone is the permission. */
export function mailLink({ titles, show, act, anyBody = false }: MailLink): Handlers {
  return {
    async GET(request: NextRequest, { params }: Place) {
      const { caller, locale, requestId } = await routeApi(request)
      return answerToken({ locale, requestId }, titles(locale), async () =>
        show({ caller, locale, token: (await params).token }),
      )
    },
    async POST(request: NextRequest, { params }: Place) {
      const { caller, locale, requestId } = await routeApi(request)
      if (!anyBody && !(request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')) {
        return new Response(textOf(locale, 'errors')('badInput'), { status: 415 })
      }
      return answerToken({ locale, requestId }, titles(locale), async () =>
        act({ caller, locale, token: (await params).token }, (await readForm(request)) ?? {}),
      )
    },
  }
}
