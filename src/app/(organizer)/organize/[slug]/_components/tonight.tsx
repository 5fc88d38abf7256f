import { ButtonLink } from '@/components/ui/button'
import { textOf, type Locale } from '@/text/translator'
import { eveningSpan } from '../../../_lib/when'

interface TonightEvent {
  readonly id: string
  readonly name: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly timeZone: string
  readonly venueName: string
}

/** The evenings whose door screen somebody may want to open now; the first of them stands out. */
export function Tonight({
  slug,
  events,
  locale,
}: {
  readonly slug: string
  readonly events: readonly TonightEvent[]
  readonly locale: Locale
}) {
  const t = textOf(locale, 'event')
  if (events.length === 0) return <p className="text-muted">{t('noneTonight')}</p>
  return (
    <ul className="grid gap-4">
      {events.map((event, index) => (
        <li
          key={event.id}
          className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-t-2 border-ink bg-raised px-5 py-5"
        >
          <div className="grid gap-1">
            <p dir="auto" className="font-display text-heading">{event.name}</p>
            <p className="text-muted">
              <time dateTime={event.startsAt.toISOString()}>{eveningSpan(event, locale)}</time>
              {event.venueName && <span dir="auto"> · {event.venueName}</span>}
            </p>
          </div>
          <div className="flex flex-wrap gap-3">
            <ButtonLink tone={index === 0 ? 'primary' : 'quiet'} href={`/door/${event.id}`}>
              {t('openDoor')}
            </ButtonLink>
            <ButtonLink tone="quiet" href={`/door/${event.id}/scan`}>
              {textOf(locale, 'doorScreen')('scanner')}
            </ButtonLink>
            <ButtonLink tone="quiet" href={`/organize/${slug}/events/${event.id}/room`}>
              {textOf(locale, 'liveRoom')('title')}
            </ButtonLink>
            <ButtonLink tone="quiet" href={`/organize/${slug}/events/${event.id}/circles`}>
              {textOf(locale, 'circle')('title')}
            </ButtonLink>
          </div>
        </li>
      ))}
    </ul>
  )
}
