import { EmptyState } from '@/components/ui/empty-state'
import { InlineForm } from '@/components/ui/inline-form'
import { Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { mute } from '../_actions'
import { dayOf, type Theirs } from '../_lib/updates'

/** What others wrote for the viewer, each with the one tap that ends it. */
export function TheirUpdates({
  updates,
  zone,
  locale,
}: {
  readonly updates: Theirs
  readonly zone: string
  readonly locale: Locale
}) {
  const t = textOf(locale, 'updates')
  return (
    <Section id="theirs" title={t('theirs')}>
      {updates.length === 0 && <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>}
      {updates.map(({ updateId, authorName, text, at, eventName }) => {
        const name = authorName || t('nameless')
        const day = dayOf(locale, at, zone)
        return (
          <article key={updateId} aria-labelledby={`by-${updateId}`} className="grid gap-2 border-t border-line pt-5">
            <h3 id={`by-${updateId}`} dir="auto" className="text-heading">
              {name}
            </h3>
            <p dir="auto" className="max-w-measure">
              {text}
            </p>
            <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
              <p dir="auto" className="text-small text-muted">
                {eventName === null ? day : t('takenFrom', { event: eventName, day })}
              </p>
              <InlineForm action={mute}>
                <input type="hidden" name="updateId" value={updateId} />
                <SubmitButton tone="quiet" pending={t('muting')} describedBy={`by-${updateId}`}>
                  {t('mute')}
                </SubmitButton>
              </InlineForm>
            </div>
          </article>
        )
      })}
    </Section>
  )
}
