import { localDate } from '@/domain/follow-up/morning-after'
import { shortDay } from '@/text/due-words'
import { textOf, type Locale } from '@/text/translator'
import type { ShownContact, ShownInteraction } from '../_lib/shown-contact'

/** What happened with somebody, the latest first. */
export function Timeline({ contact, locale }: { readonly contact: ShownContact; readonly locale: Locale }) {
  const t = textOf(locale, 'people')
  if (contact.timeline.length === 0) return <p className="text-muted">{t('nothingYet')}</p>
  return (
    <ol className="grid gap-6">
      {contact.timeline.map((entry) => (
        <li key={entry.interactionId} id={entry.interactionId} className="grid gap-2 border-s-2 border-line ps-4">
          <Entry entry={entry} contact={contact} locale={locale} />
        </li>
      ))}
    </ol>
  )
}

function Entry({
  entry,
  contact,
  locale,
}: {
  readonly entry: ShownInteraction
  readonly contact: ShownContact
  readonly locale: Locale
}) {
  const t = textOf(locale, 'people')
  const day = localDate(entry.at, contact.zone)
  const what = entry.eventName === null ? t(`happened.${entry.kind}`) : t('happened.metAt', { event: entry.eventName })
  return (
    <>
      <p className="text-small text-muted">
        <span className="font-semibold text-ink">{what}</span>{' '}
        <time dateTime={day}>{shortDay(locale, day, contact.today)}</time>
      </p>
      {entry.note && (
        <p dir="auto" className="whitespace-pre-line">
          {entry.note}
        </p>
      )}
      {entry.myPromise && (
        <p dir="auto">
          <span className="text-muted">{t('iPromised')}</span> {entry.myPromise}
        </p>
      )}
      {entry.theirPromise && (
        <p dir="auto">
          <span className="text-muted">{t('theyPromised')}</span> {entry.theirPromise}
        </p>
      )}
    </>
  )
}
