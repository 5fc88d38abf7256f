import { TimeZoneSelect } from '@/app/_components/time-zone-select'
import { Field, TextArea } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { WEEKDAYS } from '@/domain/recurrence/rule'
import { textOf, type Locale } from '@/text/translator'
import { lengthInWords } from '../../../../../_lib/when'
import { DURATIONS, POSITIONS, REPEATS, type Read } from '../_lib/series-fields'

/**
 * What a series is, when and where. Which weekday, which one of the month and the own rule are shown
 * where they matter to what is chosen; the form's element carries the class `group`.
 */
export function SeriesFields({ read, locale }: { readonly read: Read; readonly locale: Locale }) {
  const t = textOf(locale, 'series')
  return (
    <>
      <fieldset className="grid gap-5">
        <legend className="mb-4 font-display text-heading">{t('what')}</legend>
        <Field name="name" label={t('name')} hint={t('nameHint')} defaultValue={read('name')} required maxLength={120} />
        <TextArea name="description" label={t('description')} defaultValue={read('description')} maxLength={2000} />
      </fieldset>
      <fieldset className="grid gap-5 sm:grid-cols-2">
        <legend className="mb-4 font-display text-heading">{t('when')}</legend>
        <Select
          name="repeat"
          label={t('repeat')}
          defaultValue={read('repeat') || 'weekly'}
          options={REPEATS.map((value) => ({ value, label: t(`repeats.${value}`) }))}
        />
        <Select
          name="weekday"
          label={t('weekday')}
          defaultValue={read('weekday') || 'TH'}
          className="group-has-[option[value=once]:checked]:hidden group-has-[option[value=custom]:checked]:hidden"
          options={WEEKDAYS.map((value) => ({ value, label: t(`weekdays.${value}`) }))}
        />
        <Select
          name="position"
          label={t('position')}
          defaultValue={read('position') || '1'}
          className="hidden group-has-[option[value=monthlyByWeekday]:checked]:grid"
          options={POSITIONS.map((value) => ({ value, label: t(`positions.${value}`) }))}
        />
        <Field
          name="rrule"
          label={t('rule')}
          hint={t('ruleHint')}
          defaultValue={read('rrule')}
          maxLength={500}
          spellCheck={false}
          autoCapitalize="characters"
          className="hidden group-has-[option[value=custom]:checked]:grid sm:col-span-2"
        />
        <Field name="date" type="date" label={t('date')} defaultValue={read('date')} required min="2000-01-01" max="2100-12-31" className="sm:col-start-1" />
        <Field name="time" type="time" label={t('time')} defaultValue={read('time')} required />
        <Select
          name="duration"
          label={t('duration')}
          defaultValue={read('duration') || '180'}
          options={DURATIONS.map((minutes) => ({ value: String(minutes), label: lengthInWords(minutes, locale) }))}
        />
        <TimeZoneSelect label={t('timeZone')} choose={t('timeZone')} zone={read('timeZone')} />
      </fieldset>
      <fieldset className="grid gap-5">
        <legend className="mb-4 font-display text-heading">{t('where')}</legend>
        <Field name="venueName" label={t('venueName')} defaultValue={read('venueName')} maxLength={120} />
        <Field name="venueAddress" label={t('venueAddress')} defaultValue={read('venueAddress')} maxLength={300} />
      </fieldset>
    </>
  )
}
