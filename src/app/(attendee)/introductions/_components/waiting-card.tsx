import { textOf, type Locale } from '@/text/translator'
import { dayLabel } from '../_lib/day-label'
import type { Introductions } from '../_lib/introductions'

/** Somebody whom the reader may meet: who says so, and why. */
export function WaitingCard({ one, locale }: { readonly one: Introductions['waiting'][number]; readonly locale: Locale }) {
  const t = textOf(locale, 'introduction')
  const by = one.byName || t('nameless')
  const other = one.otherName || t('nameless')
  return (
    <article className="grid gap-4 border-t-2 border-ink bg-raised px-5 pt-5 pb-6">
      <header className="grid gap-1">
        <p dir="auto" className="text-small text-muted">
          {t('waitingCard', { by, other })}
        </p>
        <h3 dir="auto" className="text-name">
          {other}
        </h3>
        {one.otherHeadline && (
          <p dir="auto" className="text-lead">
            {one.otherHeadline}
          </p>
        )}
      </header>
      <div className="grid gap-1 border-t border-line pt-4">
        <p dir="auto" className="text-small text-muted">
          {t('bySays', { by })}
        </p>
        <p dir="auto" className="whitespace-pre-line">
          {one.reason}
        </p>
      </div>
      <p className="text-small text-muted">{t('until', { date: dayLabel(one.expiresAt, locale) })}</p>
    </article>
  )
}
