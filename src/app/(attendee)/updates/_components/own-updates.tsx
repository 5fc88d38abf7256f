import { InlineForm } from '@/components/ui/inline-form'
import { Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { remove } from '../_actions'
import { dayOf, type Own } from '../_lib/updates'

/** What the viewer wrote, for how many, and the way to take it back. */
export function OwnUpdates({ own, locale }: { readonly own: Own; readonly locale: Locale }) {
  const t = textOf(locale, 'updates')
  if (own.mine.length === 0) return null
  return (
    <Section id="mine" title={t('mine')} lead={t('mineLead')}>
      {own.mine.map(({ updateId, text, at, meantFor, eventName }) => {
        const day = dayOf(locale, at, own.zone)
        return (
          <article key={updateId} aria-labelledby={`own-${updateId}`} className="grid gap-2 border-t border-line pt-5">
            <p id={`own-${updateId}`} dir="auto" className="max-w-measure">
              {text}
            </p>
            <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
              <p dir="auto" className="text-small text-muted">
                {eventName === null ? t('wasFor', { count: meantFor, day }) : t('takenFrom', { event: eventName, day })}
              </p>
              <InlineForm action={remove}>
                <input type="hidden" name="updateId" value={updateId} />
                <SubmitButton tone="quiet" pending={t('removing')} describedBy={`own-${updateId}`}>
                  {t('remove')}
                </SubmitButton>
              </InlineForm>
            </div>
          </article>
        )
      })}
    </Section>
  )
}
