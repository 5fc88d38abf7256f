import { DomainError } from '@/domain/errors'
import { textOf, type Locale } from '@/text/translator'

/** The answer to a circle that is not there for this person, whatever the reason. */
export function noSuchCircle(locale: Locale): DomainError {
  return new DomainError('NOT_FOUND', textOf(locale, 'circle')('notFound'))
}

/** Why not, of the sentences that a person can do something about. */
export function refusal(
  code: 'BAD_INPUT' | 'CONFLICT' | 'GONE',
  reason: 'ended' | 'begunAlready' | 'full' | 'seatedElsewhere' | 'notOpen' | 'badTime' | 'tooFew' | 'alreadyOpen' | 'placeTooLong',
  locale: Locale,
): DomainError {
  return new DomainError(code, textOf(locale, 'circle')(reason))
}
