import { textOf, type Locale } from '@/text/translator'
import { whenWithYear, zoneOf } from '../../../_lib/when'
import type { PublicEvent } from '../_lib/public-event'

/**
 * When and where. The time is the one on the clock at the venue, with that clock's name: people come there in
 * person, and a second time, on the clock of wherever they read this, is one more to come at.
 */
export function WhenAndWhere({ event, locale }: { readonly event: PublicEvent; readonly locale: Locale }) {
  const t = textOf(locale, 'publicPages')
  const { venueName, venueAddress, status } = event
  return (
    <dl className="grid gap-5">
      <div>
        <dt className="text-muted">{t('when')}</dt>
        <dd>
          <time
            dateTime={event.startsAt.toISOString()}
            className={status === 'CANCELLED' ? 'block text-lead line-through' : 'block text-lead font-semibold'}
          >
            {whenWithYear(locale, event)}
          </time>
          <span className="text-small text-muted">{t('zone', { zone: zoneOf(locale, event) })}</span>
        </dd>
      </div>
      <div>
        <dt className="text-muted">{t('where')}</dt>
        <dd dir="auto">
          {venueName && <span className="block text-lead font-semibold">{venueName}</span>}
          {venueAddress}
          {!venueName && !venueAddress && t('venueUnknown')}
        </dd>
      </div>
    </dl>
  )
}
