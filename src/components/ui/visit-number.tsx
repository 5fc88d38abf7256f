import { textOf, type Locale } from '@/text/translator'

/** '3rd time here': how many of this community's events a person has attended, this one included. */
export function VisitNumber({ count, locale }: { readonly count: number; readonly locale: Locale }) {
  return <span>{textOf(locale, 'ui')('visit', { count })}</span>
}
