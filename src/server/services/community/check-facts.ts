import { DomainError } from '@/domain/errors'
import { isTimeZone } from '@/domain/recurrence/occurrences'
import { cleanLine } from '@/domain/text'
import { textOf, type Locale } from '@/text/translator'

const NAME_MAX = 120
const ADDRESS_MAX = 300

/** What its owner says of a community. */
export interface CommunityFacts {
  readonly name: string
  /** IANA name. */
  readonly timeZone: string
  readonly postalAddress?: string | undefined
}

/** The facts as they are stored. @throws DomainError BAD_INPUT with what to mend. */
export function checkFacts(given: CommunityFacts, locale: Locale) {
  const t = textOf(locale, 'community')
  const name = cleanLine(given.name, NAME_MAX)
  if (!name) throw new DomainError('BAD_INPUT', t('nameMissing'))
  if (given.name.trim().length > NAME_MAX) throw new DomainError('BAD_INPUT', t('nameTooLong', { max: NAME_MAX }))
  if (!isTimeZone(given.timeZone)) throw new DomainError('BAD_INPUT', t('zoneUnknown'))
  const typed = (given.postalAddress ?? '').trim()
  if (typed.length > ADDRESS_MAX) throw new DomainError('BAD_INPUT', t('addressTooLong', { max: ADDRESS_MAX }))
  return { name, timeZone: given.timeZone, postalAddress: cleanLine(typed, ADDRESS_MAX) }
}
