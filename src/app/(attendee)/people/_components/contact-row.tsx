import Link from 'next/link'
import type { api } from '@/trpc/server'
import { textOf, type Locale } from '@/text/translator'
import { Due } from './due'

type Listed = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['contact']['list']>>['contacts'][number]

/** One of one's people, as a line that leads to their page. */
export function ContactRow({
  contact,
  today,
  locale,
}: {
  readonly contact: Listed
  readonly today: string
  readonly locale: Locale
}) {
  const t = textOf(locale, 'people')
  const work = [contact.title, contact.organization].filter((text) => text !== '').join(', ')
  return (
    <li className="border-t border-line">
      <Link
        prefetch={false}
        href={`/people/${contact.contactId}`}
        className="grid min-h-[max(2.75rem,44px)] content-center gap-0.5 py-3 no-underline hover:bg-raised"
      >
        <span dir="auto" className="font-display text-[1.3rem] leading-tight">
          {contact.name || t('nameless')}
        </span>
        {work && (
          <span dir="auto" className="line-clamp-1 text-small text-muted">
            {work}
          </span>
        )}
        <span className="text-small">
          <Due dueOn={contact.dueOn} today={today} locale={locale} />
        </span>
      </Link>
    </li>
  )
}
