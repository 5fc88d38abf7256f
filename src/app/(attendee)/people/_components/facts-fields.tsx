import { Field, TextArea } from '@/components/ui/field'
import { birthdayInWords } from '@/text/due-words'
import { textOf, type Locale } from '@/text/translator'

/** What one says of somebody. */
export function FactsFields({
  facts,
  locale,
}: {
  readonly facts?: { readonly name: string; readonly organization: string; readonly title: string; readonly about: string; readonly tags: readonly string[]; readonly birthday: string | null }
  readonly locale: Locale
}) {
  const t = textOf(locale, 'people')
  return (
    <div className="grid gap-6">
      <Field name="name" label={t('fields.name')} defaultValue={facts?.name} maxLength={200} autoComplete="off" required />
      <Field name="organization" label={t('fields.organization')} defaultValue={facts?.organization} maxLength={200} autoComplete="off" />
      <Field name="title" label={t('fields.title')} defaultValue={facts?.title} maxLength={200} autoComplete="off" />
      <TextArea name="about" label={t('fields.about')} hint={t('fields.aboutHint')} defaultValue={facts?.about} maxLength={4000} rows={3} autoComplete="off" />
      <Field
        name="birthday"
        label={t('fields.birthday')}
        hint={t('fields.birthdayHint')}
        defaultValue={facts?.birthday ? birthdayInWords(locale, facts.birthday) : undefined}
        maxLength={40}
        autoComplete="off"
      />
      <Field name="tags" label={t('fields.tags')} hint={t('fields.tagsHint')} defaultValue={facts?.tags.join(', ')} maxLength={1000} autoComplete="off" />
    </div>
  )
}
