import { badgeFormat, type BadgeFormatName } from '@/domain/badges/formats'
import { idPattern } from '@/domain/ids'

type Query = Readonly<Record<string, string | string[] | undefined>>

/** What the page's address asks for. */
export interface BadgesAsked {
  readonly who: 'in' | 'going' | 'blank' | 'one'
  readonly format: BadgeFormatName
  /** Only those who came after this moment, ISO 8601. */
  readonly since: string | null
  readonly personId: string | null
  /** How many empty ones. */
  readonly blank: number
  readonly page: number
}

const MOST_BLANK = 240

function between(text: string | string[] | undefined, most: number, otherwise: number): number {
  const number = Number(text)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : otherwise
}

function moment(text: string | string[] | undefined): string | null {
  return typeof text === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null
}

/** Reads the address; whatever makes no sense is as if it did not stand there. */
export function badgesAsked(query: Query): BadgesAsked {
  const { person } = query
  const personId = typeof person === 'string' && idPattern('user').test(person) ? person : null
  const who = query['who'] === 'going' || query['who'] === 'blank' ? query['who'] : 'in'
  return {
    who: personId === null ? who : 'one',
    format: badgeFormat(query['format']),
    since: moment(query['since']),
    personId,
    blank: between(query['blank'], MOST_BLANK, 8),
    page: between(query['page'], 1000, 1),
  }
}

/** The address of the page that asks for this. */
export function badgesHref(eventId: string, asked: Partial<BadgesAsked>): string {
  const query = new URLSearchParams()
  if (asked.format) query.set('format', asked.format)
  if (asked.who === 'going' || asked.who === 'blank' || asked.who === 'in') query.set('who', asked.who)
  if (asked.since) query.set('since', asked.since)
  if (asked.page !== undefined && asked.page > 1) query.set('page', String(asked.page))
  return `/door/${eventId}/badges?${query.toString()}`
}
