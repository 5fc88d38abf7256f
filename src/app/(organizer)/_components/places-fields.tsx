import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { textOf, type Locale } from '@/text/translator'

/** Who may come: whether one has to say so, how many, and with how many others. */
export function PlacesFields({
  text,
  lead,
  locale,
}: {
  /** What stands in the fields `rsvpMode`, `capacity` and `plusOnes`. */
  readonly text: (name: string) => string
  /** What a change of these does. */
  readonly lead?: string
  readonly locale: Locale
}) {
  const t = textOf(locale, 'series')
  return (
    <fieldset className="grid gap-5 sm:grid-cols-2">
      <legend className="mb-4 font-display text-heading">{t('places')}</legend>
      {lead && <p className="max-w-measure text-muted sm:col-span-2">{lead}</p>}
      <Select
        name="rsvpMode"
        label={t('rsvpMode')}
        defaultValue={text('rsvpMode') || 'OPTIONAL'}
        className="sm:col-span-2"
        options={(['OPTIONAL', 'REQUIRED'] as const).map((value) => ({ value, label: t(`rsvpModes.${value}`) }))}
      />
      <Field
        name="capacity"
        type="number"
        inputMode="numeric"
        label={t('capacity')}
        hint={t('capacityHint')}
        defaultValue={text('capacity')}
        min={1}
        max={100_000}
      />
      <Select
        name="plusOnes"
        label={t('plusOnes')}
        className="content-end"
        defaultValue={text('plusOnes') || '0'}
        options={Array.from({ length: 11 }, (_, count) => ({ value: String(count), label: String(count) }))}
      />
    </fieldset>
  )
}
