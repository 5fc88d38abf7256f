import { BADGE_FORMATS, type BadgeFormatName } from '@/domain/badges/formats'
import type { Locale } from '@/text/translator'
import { BadgeCard, BlankCard, SlipCard, type Badge } from './badge-card'
import { FixName } from './fix-name'

/** What one label holds. */
export type Cell =
  | { readonly kind: 'badge'; readonly key: string; readonly badge: Badge }
  | { readonly kind: 'slip'; readonly key: string; readonly name: string; readonly slip: NonNullable<Badge['slip']> }
  | { readonly kind: 'blank'; readonly key: string }

/** The labels in their order: each badge, followed by its slip if it has one; or so many empty ones. */
export function cellsOf(badges: readonly Badge[] | number): readonly Cell[] {
  if (typeof badges === 'number') return Array.from({ length: badges }, (_, at) => ({ kind: 'blank', key: String(at) }))
  return badges.flatMap((badge): Cell[] => {
    const { personId, name, slip } = badge
    const worn = { kind: 'badge', key: personId, badge } as const
    return slip ? [worn, { kind: 'slip', key: `${personId}-slip`, name, slip }] : [worn]
  })
}

/** The labels, as many on a page as its paper holds. */
export function Cells({
  eventId,
  cells,
  format,
  heading,
  mendable,
  locale,
}: {
  readonly eventId: string
  readonly cells: readonly Cell[]
  readonly format: BadgeFormatName
  readonly heading: string
  /** Whether they are in: before that there is no badge to mend. */
  readonly mendable: boolean
  readonly locale: Locale
}) {
  const { perPage } = BADGE_FORMATS[format]
  const pages = Array.from({ length: Math.ceil(cells.length / perPage) }, (_, at) => cells.slice(at * perPage, (at + 1) * perPage))
  return (
    <div className="badges" data-format={format}>
      {pages.map((page) => (
        <ul key={page[0]?.key} className="badge-sheet">
          {page.map((cell) => (
            <li key={cell.key} className="badge-cell">
              {cell.kind === 'badge' && <BadgeCard badge={cell.badge} format={format} heading={heading} locale={locale} />}
              {cell.kind === 'badge' && mendable && (
                <FixName eventId={eventId} personId={cell.key} name={cell.badge.name} locale={locale} />
              )}
              {cell.kind === 'slip' && <SlipCard name={cell.name} slip={cell.slip} heading={heading} locale={locale} />}
              {cell.kind === 'blank' && <BlankCard heading={heading} />}
            </li>
          ))}
        </ul>
      ))}
    </div>
  )
}
