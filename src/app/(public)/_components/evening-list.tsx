import Link from 'next/link'
import { eventPath } from '@/domain/public-path'
import { textOf, type Locale } from '@/text/translator'
import { whenOf } from '../_lib/when'

interface Evening {
  readonly id: string
  readonly name: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly timeZone: string
  readonly venueName: string
  readonly status: 'SCHEDULED' | 'CANCELLED'
}

/**
 * Evenings in their order, each a link. `usual` is what all of them have in common: an evening says its name
 * and venue only where they are others.
 */
export function EveningList({
  events,
  usual,
  locale,
}: {
  readonly events: readonly Evening[]
  readonly usual?: { readonly name: string; readonly venueName: string }
  readonly locale: Locale
}) {
  const t = textOf(locale, 'publicPages')
  return (
    <ul className="grid">
      {events.map((event) => {
        const { id, name, venueName, status } = event
        const special = [name === usual?.name ? '' : name, venueName === usual?.venueName ? '' : venueName].filter(Boolean)
        return (
          <li key={id} className="grid border-b border-line py-2">
            <Link
              prefetch={false}
              href={eventPath(id)}
              className="link inline-flex min-h-[max(2.75rem,44px)] items-center justify-self-start"
            >
              <time dateTime={event.startsAt.toISOString()} className={status === 'CANCELLED' ? 'line-through' : undefined}>
                {whenOf(locale, event)}
              </time>
            </Link>
            {status === 'CANCELLED' && <strong className="pb-2 font-semibold text-bad">{t('calledOff')}</strong>}
            {special.length > 0 && (
              <span dir="auto" className="pb-2 text-muted">
                {special.join(' · ')}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
