import Link from 'next/link'
import { InlineForm } from '@/components/ui/inline-form'
import { SmallForm } from '../../evening/[eventId]/_components/small-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { dayInWords } from '@/text/day-in-words'
import { textOf, type Locale } from '@/text/translator'
import { sayOutcome, undo } from '../_actions'
import type { Introductions } from '../_lib/introductions'

/** What the reader said, while it is not settled. */
export function Answered({ answered, locale }: { readonly answered: Introductions['answered']; readonly locale: Locale }) {
  const t = textOf(locale, 'introduction')
  return (
    <ul className="grid gap-5">
      {answered.map(({ introductionId, byName, otherName, answer, state, expiresAt }) => {
        const key = answer === 'DECLINED' ? 'saidNo' : state === 'LAPSED' ? 'saidYesLapsed' : 'saidYes'
        const words = { by: byName || t('nameless'), other: otherName || t('nameless'), date: dayInWords(expiresAt, locale) }
        return (
          <li key={introductionId} className="grid gap-2">
            <p dir="auto">{t(key, words)}</p>
            {state === 'WAITING' && <SmallForm action={undo} fields={{ introductionId }} label={t('undo')} pending={t('sending')} />}
          </li>
        )
      })}
    </ul>
  )
}

/** Asked once, three weeks later: what came of it. */
function Outcome({ one, locale }: { readonly one: Introductions['connected'][number]; readonly locale: Locale }) {
  const t = textOf(locale, 'introduction')
  const by = one.byName || t('nameless')
  return (
    <InlineForm action={sayOutcome} className="grid gap-3 border-t border-line pt-3">
      <input type="hidden" name="introductionId" value={one.introductionId} />
      <p dir="auto">{t('outcomeQuestion', { other: one.otherName || t('nameless') })}</p>
      <div className="flex flex-wrap gap-3">
        {(['IN_TOUCH', 'NOT_YET', 'NOTHING'] as const).map((outcome) => (
          <SubmitButton key={outcome} tone="quiet" name="outcome" value={outcome} pending={t('sending')}>
            {t(`outcome.${outcome}`)}
          </SubmitButton>
        ))}
      </div>
      <p dir="auto" className="max-w-measure text-small text-muted">
        {t('outcomeHint', { by })}
      </p>
    </InlineForm>
  )
}

/** Whom the reader was brought together with. */
export function Connected({ connected, locale }: { readonly connected: Introductions['connected']; readonly locale: Locale }) {
  const t = textOf(locale, 'introduction')
  return (
    <ul className="grid gap-6">
      {connected.map((one) => {
        const other = one.otherName || t('nameless')
        return (
          <li key={one.introductionId} className="grid gap-1">
            <p dir="auto" className="font-display text-heading">
              {other}
            </p>
            <p dir="auto" className="text-small text-muted">
              {t('connectedBy', { by: one.byName || t('nameless'), date: dayInWords(one.connectedAt, locale) })}
            </p>
            {one.contactId && (
              <Link
                prefetch={false}
                href={`/people/${one.contactId}`}
                className="link inline-flex min-h-[max(2.75rem,44px)] items-center justify-self-start"
              >
                {t('toContact', { other })}
              </Link>
            )}
            {one.outcomeAsked && <Outcome one={one} locale={locale} />}
          </li>
        )
      })}
    </ul>
  )
}
