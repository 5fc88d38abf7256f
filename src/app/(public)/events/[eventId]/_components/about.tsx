import Link from 'next/link'
import { Section } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'
import type { PublicEvent } from '../_lib/public-event'

/** What the evening is, and the series that it is one of. */
export function About({ event, locale }: { readonly event: PublicEvent; readonly locale: Locale }) {
  const t = textOf(locale, 'publicPages')
  const { description, series } = event
  return (
    <>
      {description && (
        <Section id="about" title={t('about')}>
          <p dir="auto" className="max-w-measure whitespace-pre-line">
            {description}
          </p>
        </Section>
      )}
      {series && (
        <Section id="series" title={t('aboutSeries', { series: series.name })}>
          {series.description && (
            <p dir="auto" className="max-w-measure whitespace-pre-line">
              {series.description}
            </p>
          )}
          <Link
            prefetch={false}
            href={series.path}
            className="link inline-flex min-h-[max(2.75rem,44px)] items-center justify-self-start"
          >
            {t('allDates')}
          </Link>
        </Section>
      )}
    </>
  )
}
