import { TRPCError } from '@trpc/server'
import { DomainError } from '@/domain/errors'
import { isConnectionLost } from '@/server/db/errors'
import { textOf, type Locale } from '@/text/translator'

/** What a person is told when the database did not come back in time; undefined for any other error. */
export function awayError(error: unknown, locale: Locale): TRPCError | undefined {
  if (!isConnectionLost(error)) return undefined
  const cause = new DomainError('UNAVAILABLE', textOf(locale, 'errors')('away'))
  return new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: cause.userMessage, cause })
}
