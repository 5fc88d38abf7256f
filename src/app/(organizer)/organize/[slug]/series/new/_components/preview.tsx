import { Notice } from '@/components/ui/notice'
import { textOf, type Locale } from '@/text/translator'
import { refusalOf } from '@/trpc/refusal'
import { api } from '@/trpc/server'
import { eveningSpan } from '../../../../../_lib/when'
import { timingIn, type Read } from '../_lib/series-fields'

/** The next dates of what is in the form, or why there are none. */
export async function Preview({
  communityId,
  read,
  locale,
}: {
  readonly communityId: string
  readonly read: Read
  readonly locale: Locale
}) {
  const t = textOf(locale, 'series')
  if (!read('date') || !read('time')) return <p className="text-muted">{t('previewEmpty')}</p>
  const found = await ask(communityId, read, locale)
  if (found.refused !== null) return <Notice tone="warn">{found.refused}</Notice>
  return (
    <>
      <p className="font-display text-question first-letter:uppercase">{found.ruleText}</p>
      <ol className="grid">
        {found.dates.map((span) => (
          <li key={span.startsAt.toISOString()} className="border-b border-line py-2 tabular-nums">
            <time dateTime={span.startsAt.toISOString()}>
              {eveningSpan({ ...span, timeZone: found.timeZone }, locale)}
            </time>
          </li>
        ))}
      </ol>
      <p className="text-small text-muted">{t('dst')}</p>
    </>
  )
}

async function ask(communityId: string, read: Read, locale: Locale) {
  const caller = await api()
  try {
    return { refused: null, ...(await caller.series.previewOccurrences({ communityId, ...timingIn(read) })) }
  } catch (error) {
    return { refused: refusalOf(error, locale).message }
  }
}
