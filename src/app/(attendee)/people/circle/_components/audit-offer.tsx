import { ButtonLink } from '@/components/ui/button'
import { InlineForm } from '@/components/ui/inline-form'
import { Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { putOffAudit } from '../_actions'

/** The quarterly look: offered when it is due, and there for whoever wants it sooner. */
export function AuditOffer({ due, locale }: { readonly due: boolean; readonly locale: Locale }) {
  const t = textOf(locale, 'myCircle')
  return (
    <Section id="audit" title={t('auditTitle')} lead={t(due ? 'auditOffer' : 'auditQuiet')}>
      <div className="flex flex-wrap items-start gap-3">
        <ButtonLink tone={due ? 'primary' : 'quiet'} href="/people/circle/audit">
          {t('auditStart')}
        </ButtonLink>
        {due && (
          <InlineForm action={putOffAudit}>
            <SubmitButton tone="quiet" pending={t('saving')}>
              {t('auditLater')}
            </SubmitButton>
          </InlineForm>
        )}
      </div>
    </Section>
  )
}
