import type { Locale } from '@/text/translator'

interface Sortable {
  readonly name: string
  readonly plusOnes: number
  readonly saidAt: Date
}

const KEYS = ['saidAt', 'name', 'plusOnes'] as const
type Key = (typeof KEYS)[number]

const COMPARE: Readonly<Record<Key, (a: Sortable, b: Sortable, locale: Locale) => number>> = {
  saidAt: (a, b) => a.saidAt.getTime() - b.saidAt.getTime(),
  name: (a, b, locale) => a.name.localeCompare(b.name, locale),
  plusOnes: (a, b) => a.plusOnes - b.plusOnes,
}

/**
 * The order that a URL asks for: `?sort=name`, with a minus for the other way round; in the order in which people
 * said that they come otherwise.
 */
export function guestSort(text: string | readonly string[] | undefined, path: string) {
  const asked = typeof text === 'string' ? text : ''
  const key = KEYS.find((known) => known === asked.replace(/^-/, '')) ?? 'saidAt'
  const down = asked.startsWith('-')
  return {
    sorted: <G extends Sortable>(guests: readonly G[], locale: Locale): G[] =>
      [...guests].sort((a, b) => COMPARE[key](a, b, locale) * (down ? -1 : 1)),
    /** What the heading of a column says and leads to. */
    heading: (column: Key) => ({
      sortHref: `${path}?sort=${key === column && !down ? '-' : ''}${column}`,
      sorted: key !== column ? undefined : down ? ('descending' as const) : ('ascending' as const),
    }),
  }
}
export type GuestSort = ReturnType<typeof guestSort>
