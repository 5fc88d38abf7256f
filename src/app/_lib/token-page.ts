import { TRPCError } from '@trpc/server'
import { logger } from '@/server/lib/logger'
import { html, htmlPage } from '@/server/lib/html-page'
import { textOf, type Locale } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'

export interface TokenTitles {
  /** Above the sentence for a token that is not genuine. */
  readonly bad: string
  /** Above the sentence for a token whose time is over. */
  readonly expired?: string
  /** Above the sentence for a link that was used too often. */
  readonly tooOften?: string
}

function refusal(error: TRPCError, locale: Locale, titles: TokenTitles): Response {
  const gone = error.code === 'PRECONDITION_FAILED'
  const often = error.code === 'TOO_MANY_REQUESTS'
  const title = (gone ? titles.expired : often ? titles.tooOften : undefined) ?? titles.bad
  return htmlPage({
    title,
    status: gone ? 410 : often ? 429 : 404,
    lang: locale,
    body: html`<h1>${title}</h1><p role="alert">${refusalOf(error, locale).message}</p>
<p><a href="/">${textOf(locale, 'ui')('notFound.home')}</a></p>`,
  })
}

/**
 * Answers a link whose token alone is the permission: a refused token is 404, 410 when its time is over, or
 * 429 when it was used too often, with one sentence; a fault is a page with the id to quote.
 */
export async function answerToken(
  { locale, requestId }: { readonly locale: Locale; readonly requestId: string },
  titles: TokenTitles,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') return refusal(error, locale, titles)
    if (!(error instanceof TRPCError)) logger.error({ requestId, err: error }, 'token page failed')
    const t = textOf(locale, 'errors')
    return htmlPage({
      title: t('faultTitle'),
      status: 500,
      lang: locale,
      body: html`<h1>${t('faultTitle')}</h1><p role="alert">${t('fault', { requestId })}</p>
<p><a href="/">${textOf(locale, 'ui')('notFound.home')}</a></p>`,
    })
  }
}
