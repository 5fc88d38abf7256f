import Link from 'next/link'
import { InlineForm } from '@/components/ui/inline-form'
import { Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import type { api } from '@/trpc/server'
import { momentWithZone } from '../../_lib/when'
import { lift, retryFailed } from '../_actions'

type Outbox = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['mail']['outbox']>>

/** How many mails there are of each state and kind, each a way to their list; and since when the oldest waits. */
export function Counts({ counts, oldestDueAt, locale }: Pick<Outbox, 'counts' | 'oldestDueAt'> & { readonly locale: Locale }) {
  const t = textOf(locale, 'mail')
  const failed = counts.some(({ state, kind }) => state === 'FAILED' && kind !== 'SIGN_IN')
  return (
    <Section id="counts" title={t('outbox.countsTitle')}>
      {oldestDueAt === null ? null : <p>{t('outbox.oldest', { at: momentWithZone(oldestDueAt, locale) })}</p>}
      <ul className="flex flex-wrap gap-x-6">
        <li>
          <Link prefetch={false} href="/outbox" className="link inline-block py-2.5">
            {t('outbox.filterAll')}
          </Link>
        </li>
        {counts.map(({ state, kind, count }) => (
          <li key={`${state} ${kind}`}>
            <Link prefetch={false} href={`/outbox?state=${state}&kind=${kind}`} className="link inline-block py-2.5">
              {t(`outbox.states.${state}`)}, {t(`outbox.kinds.${kind}`)}: {t('outbox.count', { count })}
            </Link>
          </li>
        ))}
      </ul>
      {failed ? (
        <InlineForm action={retryFailed}>
          <SubmitButton pending={t('outbox.working')} tone="quiet">
            {t('outbox.retryAll')}
          </SubmitButton>
        </InlineForm>
      ) : null}
    </Section>
  )
}

/** Addresses whose servers refused mail for good, and the way to let it go there again. */
export function Bounced({ bounced, locale }: Pick<Outbox, 'bounced'> & { readonly locale: Locale }) {
  const t = textOf(locale, 'mail')
  if (bounced.length === 0) return null
  return (
    <Section id="bounced" title={t('outbox.bouncedTitle')} lead={t('outbox.bouncedText')}>
      <ul className="grid gap-4">
        {bounced.map(({ address, createdAt }) => (
          <li key={address}>
            <p className="wrap-anywhere">
              {address} <span className="text-muted">{momentWithZone(createdAt, locale)}</span>
            </p>
            <InlineForm action={lift}>
              <input type="hidden" name="address" value={address} />
              <SubmitButton pending={t('outbox.working')} tone="quiet">
                {t('outbox.lift')}
              </SubmitButton>
            </InlineForm>
          </li>
        ))}
      </ul>
    </Section>
  )
}
