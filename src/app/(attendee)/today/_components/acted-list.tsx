import { InlineForm } from '@/components/ui/inline-form'
import { Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { dayInWords } from '@/text/due-words'
import { isolated } from '@/text/isolated'
import { textOf, type Locale } from '@/text/translator'
import { undo } from '../_actions'
import type { Today } from '../_lib/today'

/** One thing that was done today, with its way back. */
export function ActedLine({ acted, today, locale }: { readonly acted: Today['acted'][number]; readonly today: Today; readonly locale: Locale }) {
  const t = textOf(locale, 'today')
  const { contactId, name, act, until, interactionId } = acted
  return (
    <InlineForm action={undo} className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
      <input type="hidden" name="contactId" value={contactId} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="interactionId" value={interactionId ?? ''} />
      <span className="min-w-0">
        {t('acted', {
          act: act.replace('-', ''),
          name: isolated(name) || textOf(locale, 'people')('nameless'),
          day: until === null ? '' : dayInWords(locale, until, today.date),
        })}
      </span>
      <SubmitButton tone="quiet" pending={t('sending')}>
        {t('undo')}
      </SubmitButton>
    </InlineForm>
  )
}

/** What one did today about people who stand nowhere else on the page, each with its way back. */
export function ActedList({ acted, today, locale }: { readonly acted: Today['acted']; readonly today: Today; readonly locale: Locale }) {
  const t = textOf(locale, 'today')
  return (
    <Section id="done" title={t('doneTitle')}>
      <ul className="grid gap-3">
        {acted.map((one) => (
          <li key={`${one.contactId} ${one.act} ${one.interactionId ?? ''}`}>
            <ActedLine acted={one} today={today} locale={locale} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
