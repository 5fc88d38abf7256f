import { InlineForm } from '@/components/ui/inline-form'
import type { FormAnswer } from '@/components/ui/action-form'
import { DataTable, type Column } from '@/components/ui/data-table'
import { SubmitButton } from '@/components/ui/submit-button'
import { weekdayAndTime } from '@/text/event-time'
import { textOf, type Locale } from '@/text/translator'
import { clockTime, day } from '../../../../../../_lib/when'
import type { GuestSort } from '../_lib/guest-sort'

export interface Guest {
  readonly id: string
  readonly name: string
  readonly plusOnes: number
  readonly saidAt: Date
  readonly confirmBy: Date | null
  readonly place?: number
}

/** The buttons of one row, behind a summary: nobody cancels for others by a slip of the thumb. */
function Buttons({
  guest,
  action,
  locale,
}: {
  readonly guest: Guest
  readonly action: (answer: FormAnswer, form: FormData) => Promise<FormAnswer>
  readonly locale: Locale
}) {
  const t = textOf(locale, 'rsvps')
  const name = guest.name || t('noName')
  return (
    <details>
      <summary className="inline-flex min-h-[max(2.75rem,44px)] items-center underline underline-offset-4">
        {t('more')}
        <span className="sr-only"> {name}</span>
      </summary>
      <InlineForm action={action} className="flex flex-wrap justify-end gap-3 py-2">
        <input type="hidden" name="rsvpId" value={guest.id} />
        {guest.place !== undefined && (
          <SubmitButton tone="quiet" name="do" value="give" pending={t('sending')}>
            {t('give')}
          </SubmitButton>
        )}
        <SubmitButton tone="danger" name="do" value="cancel" pending={t('sending')}>
          {t('cancelFor')}
        </SubmitButton>
      </InlineForm>
    </details>
  )
}

/** Some of the guests: who, how many they bring, since when. What can be sorted by says so in its heading. */
export function GuestTable({
  caption,
  guests,
  timeZone,
  sort,
  action,
  locale,
}: {
  readonly caption: string
  readonly guests: readonly Guest[]
  readonly timeZone: string
  /** Absent where the order is the line. */
  readonly sort?: GuestSort
  /** Absent when nothing can be done any more. */
  readonly action: ((answer: FormAnswer, form: FormData) => Promise<FormAnswer>) | undefined
  readonly locale: Locale
}) {
  const t = textOf(locale, 'rsvps')
  const said = (at: Date) => `${day(at, timeZone, locale)}, ${clockTime(at, timeZone, locale)}`
  const columns: Column<Guest>[] = [
    { key: 'name', header: t('name'), cell: ({ name }) => <span dir="auto">{name || t('noName')}</span>, ...sort?.heading('name') },
    ...(sort ? [] : [{ key: 'place', header: t('place'), numeric: true, cell: ({ place }: Guest) => place }]),
    { key: 'plusOnes', header: t('plusOnes'), numeric: true, cell: ({ plusOnes }) => plusOnes, ...sort?.heading('plusOnes') },
    {
      key: 'saidAt',
      header: t('saidAt'),
      cell: ({ saidAt }) => <time dateTime={saidAt.toISOString()}>{said(saidAt)}</time>,
      ...sort?.heading('saidAt'),
    },
    ...(sort
      ? [
          {
            key: 'confirm',
            header: t('confirm'),
            cell: ({ confirmBy }: Guest) =>
              confirmBy ? t('until', { until: weekdayAndTime(locale, confirmBy, timeZone) }) : '',
          },
        ]
      : []),
    ...(action
      ? [{ key: 'more', header: t('change'), plain: true, cell: (guest: Guest) => <Buttons guest={guest} action={action} locale={locale} /> }]
      : []),
  ]
  return <DataTable stacked caption={caption} rows={guests} rowKey={({ id }) => id} columns={columns} />
}
