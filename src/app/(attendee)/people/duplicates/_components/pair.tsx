import Link from 'next/link'
import { InlineForm } from '@/components/ui/inline-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import type { api } from '@/trpc/server'
import { settlePair } from '../_actions'

export type Duplicates = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['duplicate']['list']>>
type PairShown = Duplicates['pairs'][number]

/** How many ways to reach somebody are shown of each entry. */
const WAYS = 4

function Side({ side, role, locale }: { readonly side: PairShown['keep']; readonly role: 'stays' | 'joins'; readonly locale: Locale }) {
  const t = textOf(locale, 'duplicates')
  const since = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(side.createdAt)
  return (
    <div className="grid min-w-0 content-start gap-1">
      <p className="text-small font-medium text-muted">{t(role)}</p>
      <p>
        <Link prefetch={false} href={`/people/${side.contactId}`} dir="auto" className="font-display text-heading wrap-anywhere">
          {side.name}
        </Link>
      </p>
      <p dir="auto" className="wrap-anywhere">
        {[side.title, side.organization].filter((text) => text !== '').join(', ')}
      </p>
      <ul className="grid text-small wrap-anywhere">
        {side.ways.slice(0, WAYS).map((way) => (
          <li key={way} dir="auto">
            {way}
          </li>
        ))}
      </ul>
      <p className="text-small text-muted">
        {side.linked ? t('linked') : t('since', { date: since })}. {t('interactions', { count: side.interactions })}.
      </p>
    </div>
  )
}

/** Two entries side by side, why they may be one, and what to do with them. */
export function Pair({ pair: { keep, gone, reasons }, locale }: { readonly pair: PairShown; readonly locale: Locale }) {
  const t = textOf(locale, 'duplicates')
  const title = `pair-${keep.contactId}-${gone.contactId}`
  return (
    <article aria-labelledby={title} className="grid gap-4 border-t border-line pt-5">
      <h3 id={title} className="sr-only">
        {t('pair', { keep: keep.name, gone: gone.name })}
      </h3>
      <ul className="grid gap-0.5 font-medium wrap-anywhere">
        {reasons.map((reason) => (
          <li key={reason.code}>{t(`reasons.${reason.code}`, { value: 'value' in reason ? reason.value : '' })}</li>
        ))}
      </ul>
      <div className="grid gap-4 sm:grid-cols-2">
        <Side side={keep} role="stays" locale={locale} />
        <Side side={gone} role="joins" locale={locale} />
      </div>
      <InlineForm action={settlePair} className="flex flex-wrap items-center gap-3">
        <input type="hidden" name="keepId" value={keep.contactId} />
        <input type="hidden" name="goneId" value={gone.contactId} />
        <SubmitButton name="settle" value="merge" pending={t('merging')} describedBy={title} tone="quiet">
          {t('merge')}
        </SubmitButton>
        <SubmitButton name="settle" value="apart" pending={t('remembering')} describedBy={title} tone="quiet">
          {t('apart')}
        </SubmitButton>
      </InlineForm>
    </article>
  )
}
