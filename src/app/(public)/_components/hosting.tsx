import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import { CLOCK } from '@/text/event-time'
import { textOf, type Locale } from '@/text/translator'
import type { api } from '@/trpc/server'

type Doors = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['hosting']['mine']>>

/** The doors that somebody helps at, each with its two screens. */
export function Hosting({ doors, locale }: { readonly doors: Doors; readonly locale: Locale }) {
  if (doors.length === 0) return null
  const t = textOf(locale, 'hosting')
  const when = (timeZone: string) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', ...CLOCK, timeZone })
  return (
    <Section id="hosting" title={t('home.title')}>
      <ul className="grid gap-6">
        {doors.map(({ id, name, startsAt, endsAt, timeZone, venueName }) => (
          <li key={id} className="grid gap-3">
            <div className="grid">
              <span dir="auto" className="font-display text-lead font-medium">
                {t('home.at', { event: name })}
              </span>
              <span>{when(timeZone).formatRange(startsAt, endsAt)}</span>
              {venueName && (
                <span dir="auto" className="text-small text-muted">
                  {venueName}
                </span>
              )}
            </div>
            <div className="flex flex-wrap gap-3">
              <ButtonLink tone="quiet" href={`/door/${id}/scan`} aria-label={t('home.scannerOf', { event: name })}>
                {t('home.scanner')}
              </ButtonLink>
              <ButtonLink tone="quiet" href={`/door/${id}`} aria-label={t('home.doorOf', { event: name })}>
                {t('home.door')}
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
