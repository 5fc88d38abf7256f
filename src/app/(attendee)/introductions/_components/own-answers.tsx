import Link from 'next/link'
import { textOf, type Locale } from '@/text/translator'
import { dayLabel } from '../_lib/day-label'
import type { Introductions } from '../_lib/introductions'

/** What the reader said, while it is not settled. */
export function Answered({ answered, locale }: { readonly answered: Introductions['answered']; readonly locale: Locale }) {
  const t = textOf(locale, 'introduction')
  return (
    <ul className="grid gap-5">
      {answered.map(({ introductionId, byName, otherName, answer, state, expiresAt }) => {
        const key = answer === 'DECLINED' ? 'saidNo' : state === 'LAPSED' ? 'saidYesLapsed' : 'saidYes'
        const words = { by: byName || t('nameless'), other: otherName || t('nameless'), date: dayLabel(expiresAt, locale) }
        return (
          <li key={introductionId} className="grid gap-2">
            <p dir="auto">{t(key, words)}</p>
          </li>
        )
      })}
    </ul>
  )
}

/** Whom the reader was brought together with. */
export function Connected({ connected, locale }: { readonly connected: Introductions['connected']; readonly locale: Locale }) {
  const t = textOf(locale, 'introduction')
  return (
    <ul className="grid gap-5">
      {connected.map(({ introductionId, byName, otherName, contactId, connectedAt }) => {
        const other = otherName || t('nameless')
        return (
          <li key={introductionId} className="grid gap-1">
            <p dir="auto" className="font-display text-heading">
              {other}
            </p>
            <p dir="auto" className="text-small text-muted">
              {t('connectedBy', { by: byName || t('nameless'), date: dayLabel(connectedAt, locale) })}
            </p>
            {contactId && (
              <Link prefetch={false} href={`/people/${contactId}`} className="link inline-flex min-h-[max(2.75rem,44px)] items-center justify-self-start">
                {t('toContact', { other })}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}
