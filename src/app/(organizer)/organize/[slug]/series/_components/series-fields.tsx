import { TimeZoneSelect } from '@/app/_components/time-zone-select'
import { Field, TextArea } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { textOf, type Locale } from '@/text/translator'
import { PlacesFields } from '../../../../_components/places-fields'
import { lengthInWords } from '../../../../_lib/when'
import { DURATIONS, type Fields } from '../_lib/series-fields'
import { ExceptionFields } from './exception-fields'
import { RuleFields } from './rule-fields'

/** What a series is, when, where, and who may come. The form's element carries the class `group`. */
export function SeriesFields({
  fields,
  locale,
  dateHint,
  placesLead,
}: {
  readonly fields: Fields
  readonly locale: Locale
  /** What the date from which it holds means. */
  readonly dateHint?: string | undefined
  /** What a change of the places does. */
  readonly placesLead?: string
}) {
  const t = textOf(locale, 'series')
  const read = fields.text
  const durations = [...new Set([...DURATIONS, Number(read('duration') || '180')])].sort((a, b) => a - b)
  return (
    <>
      <fieldset className="grid gap-5">
        <legend className="mb-4 font-display text-heading">{t('what')}</legend>
        <Field name="name" label={t('name')} hint={t('nameHint')} defaultValue={read('name')} required maxLength={120} />
        <TextArea name="description" label={t('description')} defaultValue={read('description')} maxLength={2000} />
      </fieldset>
      <fieldset className="grid items-start gap-5 sm:grid-cols-2">
        <legend className="mb-4 font-display text-heading">{t('when')}</legend>
        <RuleFields fields={fields} locale={locale} />
        <Field
          name="date"
          type="date"
          label={t('date')}
          hint={dateHint}
          defaultValue={read('date')}
          required
          min="2000-01-01"
          max="2100-12-31"
          className="content-end self-stretch sm:col-start-1"
        />
        <Field
          name="time"
          type="time"
          label={t('time')}
          defaultValue={read('time')}
          required
          className="content-end self-stretch"
        />
        <Select
          name="duration"
          label={t('duration')}
          defaultValue={read('duration') || '180'}
          options={durations.map((minutes) => ({ value: String(minutes), label: lengthInWords(minutes, locale) }))}
        />
        <TimeZoneSelect label={t('timeZone')} choose={t('timeZone')} zone={read('timeZone')} />
      </fieldset>
      <ExceptionFields fields={fields} locale={locale} />
      <fieldset className="grid gap-5">
        <legend className="mb-4 font-display text-heading">{t('where')}</legend>
        <Field name="venueName" label={t('venueName')} defaultValue={read('venueName')} maxLength={120} />
        <Field name="venueAddress" label={t('venueAddress')} defaultValue={read('venueAddress')} maxLength={300} />
      </fieldset>
      <PlacesFields text={read} locale={locale} {...(placesLead && { lead: placesLead })} />
    </>
  )
}
