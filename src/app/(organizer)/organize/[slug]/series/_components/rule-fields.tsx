import { ChipChoice } from '@/components/ui/chip'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { WEEKDAYS } from '@/domain/recurrence/rule'
import { MOST_TIMES, POSITIONS } from '@/domain/recurrence/rule-form'
import { textOf, type Locale } from '@/text/translator'
import { APART, ENDINGS, MONTH_DAYS, REPEATS, type Fields } from '../_lib/series-fields'

/**
 * How often: each field is shown where it matters to what is chosen, which the form's element, of the class
 * `group`, decides without a script.
 */
export function RuleFields({ fields, locale }: { readonly fields: Fields; readonly locale: Locale }) {
  const t = textOf(locale, 'series')
  const weekly = 'hidden group-has-[option[value=weekly]:checked]:grid'
  const monthlyByWeekday = 'hidden group-has-[option[value=monthlyByWeekday]:checked]:grid'
  const monthlyByDay = 'hidden group-has-[option[value=monthlyByDay]:checked]:grid'
  return (
    <>
      <Select
        name="repeat"
        label={t('repeat')}
        defaultValue={fields.text('repeat') || 'weekly'}
        options={REPEATS.map((value) => ({ value, label: t(`repeats.${value}`) }))}
      />
      <Select
        name="everyWeeks"
        label={t('every')}
        className={weekly}
        defaultValue={fields.text('everyWeeks') || '1'}
        options={APART.map((interval) => ({ value: String(interval), label: t('weeks', { interval }) }))}
      />
      <Select
        name="everyMonths"
        label={t('every')}
        className={`${monthlyByWeekday} group-has-[option[value=monthlyByDay]:checked]:grid`}
        defaultValue={fields.text('everyMonths') || '1'}
        options={APART.map((interval) => ({ value: String(interval), label: t('months', { interval }) }))}
      />
      <Chips
        legend={t('position')}
        name="position"
        className={monthlyByWeekday}
        ticked={fields.all('position')}
        options={POSITIONS.map((position) => ({ value: String(position), label: t('positions', { position }) }))}
      />
      <Chips
        legend={t('weekday')}
        hint={t('weekdayHint')}
        name="weekday"
        className={`${weekly} group-has-[option[value=monthlyByWeekday]:checked]:grid`}
        ticked={fields.all('weekday')}
        options={WEEKDAYS.map((value) => ({ value, label: t(`weekdays.${value}`) }))}
      />
      <Select
        name="monthDay"
        label={t('monthDay')}
        hint={t('monthDayHint')}
        className={`${monthlyByDay} sm:col-span-2`}
        defaultValue={fields.text('monthDay') || '1'}
        options={MONTH_DAYS.map((day) => ({ value: String(day), label: day < 0 ? t('lastDay') : t('monthDays', { day }) }))}
      />
      <Field
        name="rrule"
        label={t('rule')}
        hint={t('ruleHint')}
        defaultValue={fields.text('rrule')}
        maxLength={500}
        spellCheck={false}
        autoCapitalize="characters"
        className="hidden group-has-[option[value=custom]:checked]:grid sm:col-span-2"
      />
      <Select
        name="ends"
        label={t('ends')}
        defaultValue={fields.text('ends') || 'never'}
        className="group-has-[option[value=once]:checked]:hidden group-has-[option[value=custom]:checked]:hidden sm:col-start-1"
        options={ENDINGS.map((value) => ({ value, label: t(`endings.${value}`) }))}
      />
      <Field
        name="until"
        type="date"
        label={t('until')}
        defaultValue={fields.text('until')}
        min="2000-01-01"
        max="2100-12-31"
        className="hidden group-has-[option[value=until]:checked]:grid group-has-[option[value=once]:checked]:hidden group-has-[option[value=custom]:checked]:hidden"
      />
      <Field
        name="times"
        type="number"
        inputMode="numeric"
        label={t('times')}
        defaultValue={fields.text('times') || '10'}
        min={1}
        max={MOST_TIMES}
        className="hidden group-has-[option[value=after]:checked]:grid group-has-[option[value=once]:checked]:hidden group-has-[option[value=custom]:checked]:hidden"
      />
    </>
  )
}

/** A few words of which one or more can be ticked. */
function Chips({
  legend,
  hint,
  name,
  className,
  ticked,
  options,
}: {
  readonly legend: string
  readonly hint?: string
  readonly name: string
  readonly className: string
  readonly ticked: readonly string[]
  readonly options: readonly { readonly value: string; readonly label: string }[]
}) {
  return (
    <fieldset className={`${className} gap-1.5 sm:col-span-2`} aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      {hint && (
        <p id={`${name}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label }) => (
          <ChipChoice key={value} name={name} value={value} label={label} defaultChecked={ticked.includes(value)} />
        ))}
      </div>
    </fieldset>
  )
}
