import { ButtonLink } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { InlineForm } from '@/components/ui/inline-form'
import { Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { shortDay } from '@/text/due-words'
import { textOf, type Locale } from '@/text/translator'
import { saveMoreOf } from '../_actions'
import type { Circle } from '../_lib/circle'
import { MoreOfFields } from './more-of-fields'
import { ProveFirst } from './prove-first'

/** What they want more of, one idea for it, and the way to change it. */
export function MoreOf({
  circle,
  offered,
  proved,
  locale,
}: {
  readonly circle: Circle
  readonly offered: readonly { readonly slug: string; readonly label: string }[]
  readonly proved: boolean
  readonly locale: Locale
}) {
  const t = textOf(locale, 'myCircle')
  const { wishes, words } = circle.moreOf
  const chosen = wishes.length > 0 || words !== ''
  return (
    <Section id="more" title={t('moreTitle')} lead={chosen ? undefined : t('moreLead')}>
      {chosen && (
        <div className="grid gap-3">
          <p className="sr-only">{t('moreChosen')}</p>
          <p className="flex flex-wrap gap-2">
            {wishes.map(({ slug, label }) => (
              <Chip key={slug}>{label}</Chip>
            ))}
          </p>
          {words && <p dir="auto">{words}</p>}
          <Suggestion circle={circle} locale={locale} />
        </div>
      )}
      {proved ? (
        <details>
          <summary className="fold-mark flex min-h-[max(2.75rem,44px)] items-center font-semibold">{t(chosen ? 'moreChange' : 'moreChoose')}</summary>
          <InlineForm action={saveMoreOf} className="grid justify-items-start gap-6 pt-3">
            <MoreOfFields moreOf={circle.moreOf} offered={offered} locale={locale} />
            <SubmitButton pending={t('saving')}>{t('moreSave')}</SubmitButton>
          </InlineForm>
        </details>
      ) : (
        <ProveFirst locale={locale} />
      )}
    </Section>
  )
}

function Suggestion({ circle: { suggestion, today }, locale }: { readonly circle: Circle; readonly locale: Locale }) {
  const t = textOf(locale, 'myCircle')
  if (suggestion === null) return <p className="text-muted">{t('noSuggestion')}</p>
  const words = () => {
    if (suggestion.kind === 'EVENT') return t('suggestion.event', { event: suggestion.name, word: suggestion.word })
    const { topic } = suggestion
    const name = suggestion.name || textOf(locale, 'people')('nameless')
    if (suggestion.kind === 'NOT_MET') return t('suggestion.notMet', { name, topic, event: suggestion.eventName })
    if (suggestion.lastOn === null) return t(suggestion.shown ? 'suggestion.shownNever' : 'suggestion.taggedNever', { name, topic })
    const day = shortDay(locale, suggestion.lastOn, today)
    return t(suggestion.shown ? 'suggestion.shownSilent' : 'suggestion.taggedSilent', { name, topic, day })
  }
  return (
    <div className="grid justify-items-start gap-3 border-l-4 border-accent bg-raised px-4 py-3">
      <div className="grid gap-1">
        <p className="text-small font-medium text-muted">{t('oneSuggestion')}</p>
        <p dir="auto" className="font-display text-lead">
          {words()}
        </p>
      </div>
      {suggestion.kind === 'PERSON' && (
        <ButtonLink tone="quiet" href={`/people/${suggestion.contactId}`}>
          {t('suggestionPerson')}
        </ButtonLink>
      )}
      {suggestion.kind === 'EVENT' && (
        <ButtonLink tone="quiet" href={`/events/${suggestion.eventId}`}>
          {t('suggestionEvent')}
        </ButtonLink>
      )}
    </div>
  )
}
