import { CLOCK } from '@/text/event-time'
import type { Locale } from '@/text/translator'

/**
 * A local day or start on a chip: Thu, 24 Dec 2026, with the time where it has one. What is neither stands as
 * it was typed.
 */
export function dateLabel(local: string, locale: Locale): string {
  const at = new Date(local.includes('T') ? `${local}:00Z` : `${local}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return local
  const time = local.includes('T') ? CLOCK : {}
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...time,
  }).format(at)
}
