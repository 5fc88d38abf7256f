import { TRPCError } from '@trpc/server'
import { DomainError } from '@/domain/errors'
import { textOf, type Locale } from '@/text/translator'

/** A refused call as a page shows it. */
export interface Refusal {
  readonly code: TRPCError['code']
  readonly message: string
}

/**
 * The sentence to show for a refused call.
 * @throws whatever is not a refusal: a fault belongs to the error page and the log.
 */
export function refusalOf(error: unknown, locale: Locale): Refusal {
  if (!(error instanceof TRPCError) || error.code === 'INTERNAL_SERVER_ERROR') throw error
  const t = textOf(locale, 'errors')
  const message = error.cause instanceof DomainError ? error.cause.userMessage : t('badInput')
  return { code: error.code, message: error.code === 'NOT_FOUND' && !message ? t('notFound') : message }
}
