import { TimeZoneSelect } from '@/app/_components/time-zone-select'
import { ActionForm } from '@/components/ui/action-form'
import { Select } from '@/components/ui/select'
import { textOf, type Locale } from '@/text/translator'
import type { api } from '@/trpc/server'
import { save } from '../_actions'

export type MailSettings = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['mail']['settings']>>

const CADENCES = ['WEEKLY', 'FORTNIGHTLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'NONE'] as const

/** 1 January 2024 was a Monday. */
const weekdays = (locale: Locale) =>
  Array.from({ length: 7 }, (_, index) => ({
    value: String(index + 1),
    label: new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + index))),
  }))

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }))

/** Which mail, how often, and when not. */
export function MailForm({ settings, locale }: { readonly settings: MailSettings; readonly locale: Locale }) {
  const t = textOf(locale, 'settings')
  const cadences = textOf(locale, 'people')
  return (
    <ActionForm action={save} submit={t('save')} pending={t('saving')}>
      <fieldset className="grid gap-1">
        <legend className="font-semibold">{t('kindsTitle')}</legend>
        {settings.kinds.map(({ kind, on }) => (
          <label key={kind} className="flex min-h-11 items-start gap-3 py-2">
            <input type="checkbox" name="kind" value={kind} defaultChecked={on} className="mt-0.5 size-6 shrink-0 accent-accent" />
            <span>{t(`kinds.${kind}`)}</span>
          </label>
        ))}
        <p className="text-small text-muted">{t('signInAlways')}</p>
      </fieldset>
      <div className="grid gap-6 sm:grid-cols-2">
        <Select
          name="digestRhythm"
          label={t('rhythm')}
          defaultValue={settings.digestRhythm}
          options={[
            { value: 'WEEKLY', label: t('weekly') },
            { value: 'DAILY', label: t('daily') },
          ]}
        />
        <Select name="digestWeekday" label={t('weekday')} defaultValue={settings.digestWeekday} options={weekdays(locale)} />
        <Select name="quietFrom" label={t('quietFrom')} hint={t('quietHint')} defaultValue={settings.quietFrom} options={HOURS} />
        <Select name="quietTo" label={t('quietTo')} hint={t('quietToHint')} defaultValue={settings.quietTo} options={HOURS} />
      </div>
      <TimeZoneSelect
        label={t('zone')}
        {...(settings.timeZone === null ? { hint: t('zoneHint', { zone: settings.zone }) } : {})}
        choose={t('chooseZone')}
        zone={settings.timeZone ?? undefined}
      />
      <Select
        name="cadence"
        label={t('cadence')}
        hint={t('cadenceHint')}
        defaultValue={settings.cadence}
        options={CADENCES.map((value) => ({ value, label: cadences(`cadence.${value}`) }))}
      />
    </ActionForm>
  )
}
