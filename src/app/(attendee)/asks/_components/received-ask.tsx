import Link from 'next/link'
import { Field } from '@/components/ui/field'
import { InlineForm } from '@/components/ui/inline-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { dayInWords } from '@/text/day-in-words'
import { textOf, type Locale } from '@/text/translator'
import { DetailFields } from '../../_components/detail-fields'
import { SmallForm } from '../../evening/[eventId]/_components/small-form'
import { answer, undo } from '../_actions'
import type { Asks } from '../_lib/asks'

type Received = Asks['waiting'][number]

/** An ask that one was sent: what, why one is asked, and the three answers. */
export function ReceivedAsk({ ask, email, locale }: { readonly ask: Received; readonly email: string | null; readonly locale: Locale }) {
  const t = textOf(locale, 'ask')
  const name = { by: ask.byName || t('nameless') }
  return (
    <article className="grid gap-4 border-t-2 border-ink bg-raised px-5 pt-5 pb-6">
      <header className="grid gap-1">
        <p dir="auto" className="text-small text-muted">
          {t('asksFor', name)}
        </p>
        <h3 dir="auto" className="text-name">
          {ask.text}
        </h3>
      </header>
      {ask.why.map((sentence) => (
        <p key={sentence} dir="auto">
          {sentence}
        </p>
      ))}
      {email !== null && (
        <InlineForm action={answer} className="grid gap-5 border-t border-line pt-4">
          <input type="hidden" name="askId" value={ask.askId} />
          <DetailFields id={ask.askId} lead={t('detailsLead', name)} email={email} locale={locale} />
          <Field id={`note-${ask.askId}`} name="note" label={t('note')} maxLength={300} autoComplete="off" />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="answer" value="help" pending={t('sending')}>
              {t('canHelp')}
            </SubmitButton>
            <SubmitButton tone="quiet" name="answer" value="pass" pending={t('sending')}>
              {t('notMe')}
            </SubmitButton>
          </div>
        </InlineForm>
      )}
      <Link
        prefetch={false}
        href={`/introductions/new?ask=${ask.askId}`}
        className="link inline-flex min-h-[max(2.75rem,44px)] items-center justify-self-start"
      >
        {t('knowSomeone')}
      </Link>
      <p className="text-small text-muted">{t('until', { date: dayInWords(ask.expiresAt, locale) })}</p>
    </article>
  )
}

/** Asks to which one said 'not me', for a second thought. */
export function PassedAsks({ passed, locale }: { readonly passed: Asks['passed']; readonly locale: Locale }) {
  const t = textOf(locale, 'ask')
  return (
    <ul className="grid gap-4">
      {passed.map(({ askId, byName, text }) => (
        <li key={askId} className="grid gap-2">
          <p dir="auto" className="text-muted">
            {t('passed', { by: byName || t('nameless'), text })}
          </p>
          <SmallForm action={undo} fields={{ askId }} label={t('undo')} pending={t('sending')} />
        </li>
      ))}
    </ul>
  )
}
