import { Temporal } from 'temporal-polyfill'
import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/text'
import type { RsvpMode } from '@/generated/prisma/client'
import { textOf, type Locale } from '@/text/translator'

const NAME_MAX = 120
const DESCRIPTION_MAX = 2000
const VENUE_NAME_MAX = 120
const VENUE_ADDRESS_MAX = 300
const SHORTEST = 5
const LONGEST = 7 * 24 * 60
const MOST_PLACES = 100_000
const MOST_PLUS_ONES = 10
/** The first years of series: other ones are slips of the finger. */
const YEARS = { first: 2000, last: 2100 }

/** What an organizer writes of a series or an event. */
export interface Words {
  readonly name: string
  readonly description: string
  readonly venueName: string
  readonly venueAddress: string
}

/** Who may come, as an organizer says it. */
export interface Places {
  readonly rsvpMode: RsvpMode
  /** How many places RSVPs may take; null: as many as come. */
  readonly capacity: number | null
  /** How many others one RSVP may bring. */
  readonly plusOnes: number
}

/** The words as they are stored. @throws DomainError BAD_INPUT with what to mend. */
export function readWords(given: Words, locale: Locale): Words {
  const t = textOf(locale, 'series')
  const name = cleanLine(given.name, NAME_MAX)
  if (!name) throw new DomainError('BAD_INPUT', t('nameMissing'))
  if (given.name.trim().length > NAME_MAX) throw new DomainError('BAD_INPUT', t('nameTooLong', { max: NAME_MAX }))
  const description = given.description.trim().replaceAll('\0', '')
  const tooLong =
    description.length > DESCRIPTION_MAX ||
    given.venueName.trim().length > VENUE_NAME_MAX ||
    given.venueAddress.trim().length > VENUE_ADDRESS_MAX
  if (tooLong) {
    const most = { description: DESCRIPTION_MAX, name: VENUE_NAME_MAX, address: VENUE_ADDRESS_MAX }
    throw new DomainError('BAD_INPUT', t('textTooLong', most))
  }
  return {
    name,
    description,
    venueName: cleanLine(given.venueName, VENUE_NAME_MAX),
    venueAddress: cleanLine(given.venueAddress, VENUE_ADDRESS_MAX),
  }
}

/** The places as they are stored. @throws DomainError BAD_INPUT with what to mend. */
export function readPlaces({ rsvpMode, capacity, plusOnes }: Places, locale: Locale): Places {
  const t = textOf(locale, 'series')
  const isWithin = (number: number, least: number, most: number) =>
    Number.isInteger(number) && number >= least && number <= most
  if (capacity !== null && !isWithin(capacity, 1, MOST_PLACES)) {
    throw new DomainError('BAD_INPUT', t('capacityWrong', { most: MOST_PLACES }))
  }
  if (!isWithin(plusOnes, 0, MOST_PLUS_ONES)) {
    throw new DomainError('BAD_INPUT', t('plusOnesWrong', { most: MOST_PLUS_ONES }))
  }
  return { rsvpMode, capacity, plusOnes }
}

/** The length of an evening in minutes, from five to those of a week. @throws DomainError BAD_INPUT for any other. */
export function readLength(minutes: number, locale: Locale): number {
  if (Number.isInteger(minutes) && minutes >= SHORTEST && minutes <= LONGEST) return minutes
  throw new DomainError('BAD_INPUT', textOf(locale, 'series')('durationWrong'))
}

/** Whether the text is a local start, `YYYY-MM-DDTHH:MM`, on a day that exists, between the years 2000 and 2100. */
export function isLocalStart(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return false
  try {
    const { year } = Temporal.PlainDateTime.from(text)
    return year >= YEARS.first && year <= YEARS.last
  } catch {
    return false
  }
}
