import { Field } from '@/components/ui/field'
import { InlineForm } from '@/components/ui/inline-form'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { FIELD_KINDS } from '@/domain/contact/field-key'
import { textOf, type Locale } from '@/text/translator'
import { changeFields } from '../_actions'
import type { ShownContact } from '../_lib/shown-contact'
import { Fold } from './fold'

/** The ways to reach somebody, to be changed: a line each, and one more. */
export function ReachForm({ contact, locale }: { readonly contact: ShownContact; readonly locale: Locale }) {
  const t = textOf(locale, 'people')
  const nameOf = (kind: (typeof FIELD_KINDS)[number], label: string) => (label ? `${t(`fieldKinds.${kind}`)} (${label})` : t(`fieldKinds.${kind}`))
  return (
    <Fold title={t('fieldsTitle')}>
      <InlineForm action={changeFields.bind(null, contact.contactId)} className="grid justify-items-start gap-5">
        {contact.fields.length > 0 && <p className="text-small text-muted">{t('fieldHint')}</p>}
        {contact.fields.map(({ id, kind, label, value }) => (
          <div key={id} className="w-full">
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="label" value={label} />
            <Field id={id} name="value" label={nameOf(kind, label)} defaultValue={value} maxLength={500} autoComplete="off" />
          </div>
        ))}
        <fieldset key={contact.fields.length} className="grid w-full gap-4 sm:grid-cols-[10rem_1fr]">
          <legend className="mb-2 font-semibold">{t('fieldNew')}</legend>
          <Select id="field-kind" name="kind" label={t('fieldKind')} options={FIELD_KINDS.map((kind) => ({ value: kind, label: t(`fieldKinds.${kind}`) }))} />
          <input type="hidden" name="label" value="" />
          <Field id="field-value" name="value" label={t('fieldValue')} maxLength={500} autoComplete="off" />
        </fieldset>
        <SubmitButton tone="quiet" pending={t('saving')}>
          {t('save')}
        </SubmitButton>
      </InlineForm>
    </Fold>
  )
}
