import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { TRPCError } from '@trpc/server'
import { DomainError } from '@/domain/errors'
import { html, htmlPage } from '@/server/lib/html-page'
import { textOf, type Locale } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'

/** HTTP has a code of its own for what is over, which tRPC has not. */
function statusOf(error: unknown): number {
  if (!(error instanceof TRPCError)) return 400
  const gone = error.cause instanceof DomainError && error.cause.code === 'GONE'
  return gone ? 410 : getHTTPStatusCodeFromError(error)
}

/**
 * The page for a refused call: the one sentence that says what to do, and a way on. A visitor whom
 * `path` asks to sign in comes back to it.
 * @throws whatever is not a refusal.
 */
export function refusalPage(error: unknown, locale: Locale, path: string): Response {
  const t = textOf(locale, 'checkIn')
  const { code, message } = refusalOf(error, locale)
  const ui = textOf(locale, 'ui')
  const status = statusOf(error)
  return htmlPage({
    title: t('refusedTitle'),
    status,
    lang: locale,
    body: html`<h1>${t('refusedTitle')}</h1><p role="alert">${message}</p>
${
  code === 'UNAUTHORIZED'
    ? html`<p><a class="button" href="/sign-in?next=${encodeURIComponent(path)}">${ui('nav.signIn')}</a></p>`
    : html`<p><a href="/">${ui('notFound.home')}</a></p>`
}`,
  })
}

/** The page for a fault: no detail, an id to quote. */
export function faultPage(locale: Locale, requestId: string): Response {
  const t = textOf(locale, 'errors')
  return htmlPage({
    title: t('faultTitle'),
    status: 500,
    lang: locale,
    body: html`<h1>${t('faultTitle')}</h1><p role="alert">${t('fault', { requestId })}</p>
<p><a href="/">${textOf(locale, 'ui')('notFound.home')}</a></p>`,
  })
}
