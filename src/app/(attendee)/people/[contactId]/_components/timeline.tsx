import { localDate } from '@/domain/follow-up/morning-after'
import { shortDay } from '@/text/due-words'
import { textOf, type Locale } from '@/text/translator'
import type { ShownContact, ShownInteraction } from '../_lib/shown-contact'
import { EntryForm } from './entry-form'
import { PromiseLine } from './promise-line'

/** What happened with somebody, the latest first. */
export function Timeline({ contact, locale }: { readonly contact: ShownContact; readonly locale: Locale }) {
  if (contact.timeline.length === 0) return <p className="text-muted">{textOf(locale, 'people')('nothingYet')}</p>
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

interface EntryProps {
  readonly entry: ShownInteraction
  readonly contact: ShownContact
  readonly locale: Locale
}

function Entry({ entry, contact, locale }: EntryProps) {
  const t = textOf(locale, 'people')
  const { contactId, zone, today } = contact
  const { interactionId } = entry
  const day = localDate(entry.at, zone)
  const what = entry.eventName === null ? t(`happened.${entry.kind}`) : t('happened.metAt', { event: entry.eventName })
  return (
    <>
      <p className="text-small text-muted">
        <span className="font-semibold text-ink">{what}</span> <time dateTime={day}>{shortDay(locale, day, today)}</time>
      </p>
      {entry.note && (
        <p dir="auto" className="whitespace-pre-line">
          {entry.note}
        </p>
      )}
      <PromiseLine whose="MINE" ids={{ contactId, interactionId }} text={entry.myPromise} kept={entry.myPromiseKeptAt !== null} locale={locale} />
      <PromiseLine whose="THEIRS" ids={{ contactId, interactionId }} text={entry.theirPromise} kept={entry.theirPromiseKeptAt !== null} locale={locale} />
      <EntryForm key={interactionId} entry={entry} contactId={contactId} day={day} today={today} locale={locale} />
    </>
  )
}
