import { buttonClass } from '@/components/ui/button'
import { CopyField } from '@/components/ui/copy-field'
import { Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { api } from '@/trpc/server'
import { InlineForm } from '@/components/ui/inline-form'
import { renewCalendar } from '../_actions'

/** The address of one's own calendar: to make it, take it along, and replace it when somebody else has it. */
export async function OwnCalendar({ locale }: { readonly locale: Locale }) {
  const t = textOf(locale, 'calendar')
  const { address } = await (await api()).calendar.address()
  if (address === null) {
    return (
      <Section id="calendar" title={t('title')} lead={t('lead')}>
        <InlineForm action={renewCalendar} className="grid justify-items-start gap-3">
          <SubmitButton tone="quiet" pending={t('making')}>
            {t('make')}
          </SubmitButton>
        </InlineForm>
      </Section>
    )
  }
  const p = textOf(locale, 'publicPages')
  return (
    <Section id="calendar" title={t('title')} lead={t('lead')}>
      <div>
        <a href={address.replace(/^https?:/, 'webcal:')} className={buttonClass({ tone: 'quiet' })}>
          {t('open')}
        </a>
      </div>
      <CopyField
        label={t('address')}
        hint={t('addressHint')}
        value={address}
        copy={p('copy')}
        copied={p('copiedAddress')}
      />
      <InlineForm action={renewCalendar} className="grid justify-items-start gap-3">
        <p className="max-w-measure text-small text-muted">{t('renewHint')}</p>
        <SubmitButton tone="quiet" pending={t('renewing')}>
          {t('renew')}
        </SubmitButton>
      </InlineForm>
    </Section>
  )
}
