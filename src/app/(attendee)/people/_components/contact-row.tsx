import Link from 'next/link'
import type { api } from '@/trpc/server'
import { textOf, type Locale } from '@/text/translator'
import { Due } from './due'

type Listed = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['contact']['list']>>['contacts'][number]

/** One of one's people, as a line that leads to their page; with a box to tick where several are being chosen. */
export function ContactRow({
  contact,
  today,
  choosing,
  locale,
}: {
  readonly contact: Listed
  readonly today: string
  readonly choosing: boolean
  readonly locale: Locale
}) {
  const t = textOf(locale, 'people')
  const name = contact.name || t('nameless')
  return (
    <li className="flex border-t border-line">
      {choosing && (
        <label className="flex w-12 shrink-0 items-center justify-center">
          <input type="checkbox" name="contactId" value={contact.contactId} className="size-6 accent-accent" />
          <span className="sr-only">{name}</span>
        </label>
      )}
      <Link
        prefetch={false}
        href={`/people/${contact.contactId}`}
        data-row=""
        className="grid min-h-[max(3.5rem,44px)] min-w-0 grow content-center gap-x-4 gap-y-0.5 py-2.5 no-underline hover:bg-raised sm:grid-cols-[1fr_auto]"
      >
        <Who contact={contact} name={name} />
        <span className="text-small sm:text-end">
          <Due dueOn={contact.dueOn} today={today} locale={locale} />
        </span>
        {contact.match && <Match match={contact.match} locale={locale} />}
      </Link>
    </li>
  )
}

function Who({ contact: { title, organization, tags }, name }: { readonly contact: Listed; readonly name: string }) {
  const work = [title, organization].filter((text) => text !== '').join(', ')
  const line = [work, ...tags.map((tag) => `#${tag}`)].filter((text) => text !== '').join(' · ')
  return (
    <span className="min-w-0">
      <span dir="auto" className="block font-display text-[1.3rem] leading-tight">
        {name}
      </span>
      {line && (
        <span dir="auto" className="line-clamp-1 text-small text-muted">
          {line}
        </span>
      )}
    </span>
  )
}

/** Where what was looked for stands, when it is not in what the line says anyway. */
function Match({ match, locale }: { readonly match: NonNullable<Listed['match']>; readonly locale: Locale }) {
  return (
    <span className="text-small sm:col-span-2">
      <span className="text-muted">{textOf(locale, 'people')(`matched.${match.place}`)}</span>{' '}
      <span dir="auto">
        {match.before}
        <mark className="bg-transparent font-semibold text-accent underline">{match.match}</mark>
        {match.after}
      </span>
    </span>
  )
}
