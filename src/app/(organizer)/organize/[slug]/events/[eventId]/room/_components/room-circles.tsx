import { textOf, type Locale } from '@/text/translator'
import type { Room } from './newcomers'

/** The circles of the evening in a line each; they are opened and called off on their own page. */
export function RoomCircles({ circles, locale }: { readonly circles: Room['circles']; readonly locale: Locale }) {
  const t = textOf(locale, 'circle')
  if (circles.length === 0) return <p className="text-muted">{textOf(locale, 'liveRoom')('noCircles')}</p>
  return (
    <ul>
      {circles.map(({ circleId, topic, time, startsAt, place, joined, seats, invited, begun, ended }) => (
        <li key={circleId} className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-2.5">
          <span>
            <span dir="auto" className="font-medium">
              {topic}
            </span>
            , <time dateTime={startsAt.toISOString()}>{time}</time>
            {place && <span dir="auto"> · {place}</span>}
          </span>
          <span className="text-muted">{ended ? t('ended') : begun ? t('begun') : t('count', { joined, seats, invited })}</span>
        </li>
      ))}
    </ul>
  )
}
