import type { CardFacts } from '@/server/lib/share-card/card-facts'
import { textOf, type Locale } from '@/text/translator'
import { whenOf } from './when'

interface Evening {
  readonly name: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly timeZone: string
  readonly venueName: string
  readonly status: 'SCHEDULED' | 'CANCELLED'
  readonly community: { readonly name: string }
}

interface Series {
  readonly name: string
  readonly ruleText: string
  readonly startTime: string
  readonly venueName: string
  readonly community: { readonly name: string }
}

/** What the picture of an evening says. */
export function eventCard(locale: Locale, event: Evening): CardFacts {
  return {
    community: event.community.name,
    name: event.name,
    when: whenOf(locale, event),
    where: event.venueName,
    stamp: event.status === 'CANCELLED' ? textOf(locale, 'publicPages')('calledOff') : '',
  }
}

/** What the picture of a series says. */
export function seriesCard(locale: Locale, series: Series): CardFacts {
  return {
    community: series.community.name,
    name: series.name,
    when: ruleAndTime(locale, series),
    where: series.venueName,
    stamp: '',
  }
}

/** Every Thursday, 17:00: how often and when, with a capital letter. */
export function ruleAndTime(locale: Locale, { ruleText, startTime }: Pick<Series, 'ruleText' | 'startTime'>): string {
  const text = textOf(locale, 'publicPages')('rule', { rule: ruleText, time: startTime })
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}
