import { InlineForm } from '@/components/ui/inline-form'
import { Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { unmute } from '../_actions'
import type { Own } from '../_lib/updates'

/** Whom the viewer wants no updates of, and the way back. */
export function Muted({ muted, locale }: { readonly muted: Own['muted']; readonly locale: Locale }) {
  const t = textOf(locale, 'updates')
  if (muted.length === 0) return null
  return (
    <Section id="muted" title={t('muted')} lead={t('mutedLead')}>
      <ul className="grid gap-3">
        {muted.map(({ authorId, name }) => (
          <li key={authorId} className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
            <span id={`muted-${authorId}`} dir="auto">
              {name || t('nameless')}
            </span>
            <InlineForm action={unmute}>
              <input type="hidden" name="authorId" value={authorId} />
              <SubmitButton tone="quiet" pending={t('unmuting')} describedBy={`muted-${authorId}`}>
                {t('unmute')}
              </SubmitButton>
            </InlineForm>
          </li>
        ))}
      </ul>
    </Section>
  )
}
