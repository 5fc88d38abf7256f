import Link from 'next/link'
import { DataTable } from '@/components/ui/data-table'
import { textOf, type Locale } from '@/text/translator'
import { eveningSpan } from '../_lib/when'

interface ListedEvent {
  readonly id: string
  readonly name: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly timeZone: string
  readonly venueName: string
  readonly status: 'SCHEDULED' | 'CANCELLED'
  readonly running: boolean
  readonly arrivals: number
  readonly firstTimers: number
}

/** Evenings, one a row: those to come with their state, past ones with who came. */
export function EventTable({
  slug,
  events,
  when,
  locale,
}: {
  readonly slug: string
  readonly events: readonly ListedEvent[]
  readonly when: 'upcoming' | 'past'
  readonly locale: Locale
}) {
  const t = textOf(locale, 'event')
  const past = when === 'past'
  return (
    <div className="min-w-0 wrap-break-word">
      <DataTable
        stacked
        caption={past ? t('past') : t('next')}
        rows={events}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'when',
            header: t('when'),
            cell: (event) => (
              <Link prefetch={false} className="link" href={`/organize/${slug}/events/${event.id}`}>
                <time dateTime={event.startsAt.toISOString()}>{eveningSpan(event, locale)}</time>
              </Link>
            ),
          },
          { key: 'name', header: t('evening'), plain: true, cell: ({ name }) => <span dir="auto" className="sm:inline-block sm:min-w-32">{name}</span> },
          { key: 'where', header: t('where'), plain: true, cell: ({ venueName }) => venueName && <span dir="auto" className="sm:inline-block sm:min-w-32">{venueName}</span> },
          ...(past
            ? [
                { key: 'arrivals', header: t('arrivals'), numeric: true, cell: (event: ListedEvent) => event.arrivals },
                { key: 'first', header: t('firstTimers'), numeric: true, cell: (event: ListedEvent) => event.firstTimers },
              ]
            : [{ key: 'status', header: t('status'), plain: true, cell: (event: ListedEvent) => t(event.running ? 'on' : event.status) }]),
        ]}
      />
    </div>
  )
}
