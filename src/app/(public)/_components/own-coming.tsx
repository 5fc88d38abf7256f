import Link from 'next/link'
import { eventPath } from '@/domain/public-path'
import { deadline } from '@/text/event-time'
import { textOf, type Locale } from '@/text/translator'

interface Coming {
  readonly id: string
  readonly timeZone: string
  /** Null for who has not said that they come. */
  readonly rsvp: { readonly place: number | null; readonly confirmBy: Date | null; readonly ticketPath: string } | null
}

const LINK = 'link inline-flex min-h-[max(2.75rem,44px)] items-center'

/** What its reader said about an evening, in a line: the ticket, the place in line, or that a yes is waited for. */
export function OwnComing({ event: { id, timeZone, rsvp }, locale }: { readonly event: Coming; readonly locale: Locale }) {
  const t = textOf(locale, 'rsvp')
  if (!rsvp) return null
  if (rsvp.place !== null) return <span className="font-semibold">{t('link.waiting', { place: rsvp.place })}</span>
  return (
    <span className="flex flex-wrap items-center gap-x-4">
      <span className="font-semibold">{t(rsvp.confirmBy ? 'home.promoted' : 'link.going')}</span>
      {rsvp.confirmBy ? (
        <Link prefetch={false} href={`${eventPath(id)}#rsvp`} className={LINK}>
          {t('home.confirm', { until: deadline(locale, rsvp.confirmBy, timeZone) })}
        </Link>
      ) : (
        <Link prefetch={false} href={rsvp.ticketPath} className={LINK}>
          {t('link.ticket')}
        </Link>
      )}
    </span>
  )
}
