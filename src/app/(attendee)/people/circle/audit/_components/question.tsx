import { ButtonLink } from '@/components/ui/button'
import { CADENCES } from '@/domain/follow-up/cadence'
import { textOf, type Locale } from '@/text/translator'
import type { api } from '@/trpc/server'
import { MoreOfFields } from '../../_components/more-of-fields'
import { PeopleChoice } from './people-choice'

type Caller = Awaited<ReturnType<typeof api>>
/** What a question is asked about. */
export type Asked = Awaited<ReturnType<Caller['myCircle']['audit']>>

/** The fields of one question; a sentence where there is nothing to choose. */
export function Question({
  asked,
  offered,
  locale,
}: {
  readonly asked: Asked
  readonly offered: Awaited<ReturnType<Caller['interest']['offered']>>
  readonly locale: Locale
}) {
  const t = textOf(locale, 'myCircle')
  switch (asked.step) {
    case 'missed':
    case 'quiet':
      return asked.people.length === 0 ? <p>{t(`audit.${asked.step}None`)}</p> : <PeopleChoice people={asked.people} today={asked.today} locale={locale} />
    case 'more':
      return (
        <div className="grid gap-6">
          {asked.few.length > 0 && (
            <p dir="auto" className="text-muted">
              {t('audit.few', { list: asked.few.map(({ label, count }) => `${label} (${String(count)})`).join(', ') })}
            </p>
          )}
          <MoreOfFields moreOf={asked} offered={offered} locale={locale} />
        </div>
      )
    case 'introduce':
      return asked.pairs.length === 0 ? <p>{t('audit.introduceNone')}</p> : <Pairs pairs={asked.pairs} locale={locale} />
    case 'rhythm':
      return <Rhythm cadence={asked.cadence} locale={locale} />
  }
}

function Pairs({ pairs, locale }: { readonly pairs: Extract<Asked, { step: 'introduce' }>['pairs']; readonly locale: Locale }) {
  const t = textOf(locale, 'myCircle')
  const nameless = textOf(locale, 'people')('nameless')
  return (
    <ul className="grid gap-5">
      {pairs.map(({ a, b, topic }) => (
        <li key={a.contactId} className="grid justify-items-start gap-2 border-t border-line pt-4">
          <p dir="auto" id={`pair-${a.contactId}`} className="font-display text-[1.3rem] leading-tight">
            {t('audit.pair', { one: a.name || nameless, other: b.name || nameless })}
          </p>
          <p dir="auto" className="text-muted">
            {t('audit.pairBoth', { topic })}
          </p>
          <ButtonLink tone="quiet" href={`/introductions/new?one=${a.contactId}&other=${b.contactId}`} aria-describedby={`pair-${a.contactId}`}>
            {t('audit.introduce')}
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}

function Rhythm({ cadence, locale }: { readonly cadence: Extract<Asked, { step: 'rhythm' }>['cadence']; readonly locale: Locale }) {
  const t = textOf(locale, 'people')
  return (
    <fieldset>
      <legend className="sr-only">{textOf(locale, 'myCircle')('audit.rhythmTitle')}</legend>
      <input type="hidden" name="before" value={cadence} />
      {CADENCES.map((one) => (
        <label key={one} className="flex min-h-[max(2.75rem,44px)] items-center gap-4 border-t border-line py-1 last:border-b">
          <input type="radio" name="cadence" value={one} defaultChecked={one === cadence} className="size-6 shrink-0 accent-accent" />
          {t(`cadence.${one}`)}
        </label>
      ))}
    </fieldset>
  )
}
