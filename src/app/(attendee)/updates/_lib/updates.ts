import type { createCaller } from '@/server/api/root'
import type { Locale } from '@/text/translator'

type Procedures = ReturnType<typeof createCaller>['update']

/** What the page of updates is made of. */
export type Theirs = Awaited<ReturnType<Procedures['list']>>
export type Own = Awaited<ReturnType<Procedures['own']>>

/** The day on which something was written: November 19. */
export function dayOf(locale: Locale, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone }).format(at)
}
