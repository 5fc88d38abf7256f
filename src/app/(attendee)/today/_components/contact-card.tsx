import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { InlineForm } from '@/components/ui/inline-form'
import { didNonce } from '@/domain/follow-up/did-nonce'
import { textOf, type Locale } from '@/text/translator'
import { did } from '../_actions'
import type { Card, Today } from '../_lib/today'
import { Later } from './later'
import { Why } from './why'
import { WriteTo } from './write-to'

interface Props {
  readonly card: Card
  readonly today: Pick<Today, 'date' | 'timeZone'>
  /** Who writes, for the subject of a mail. */
  readonly me: string
  /** Whether the draft is unfolded from the start, as what the screen is for. */
  readonly open?: boolean
  /** A few words above the name. */
  readonly eyebrow?: string | undefined
  readonly locale: Locale
}

/** Somebody to write to: why, a draft with one's own words beside it, and what became of it. */
export function ContactCard({ card, today, me, open = false, eyebrow, locale }: Props) {
  const t = textOf(locale, 'today')
  const name = card.name || textOf(locale, 'people')('nameless')
  const [noteLine = ''] = card.remembered.note.trim().split('\n')
  return (
    <article className="grid gap-4 border-t-2 border-ink bg-raised px-5 pt-5 pb-6">
      <header className="grid gap-1">
        {eyebrow && <p className="text-small font-medium text-muted">{eyebrow}</p>}
        <h3 dir="auto" className="text-name">
          <Link prefetch={false} href={`/people/${card.contactId}`} className="inline-flex min-h-[max(2.75rem,44px)] items-center no-underline hover:underline">
            {name}
          </Link>
        </h3>
        <Why card={card} today={today} locale={locale} />
        {!open && noteLine !== '' && (
          <p dir="auto" className="text-small">
            {t('noteLine', { note: noteLine })}
          </p>
        )}
      </header>
      <WriteTo card={card} me={me} open={open} locale={locale} />
      <InlineForm action={did} className="flex flex-wrap gap-3">
        <input type="hidden" name="contactId" value={card.contactId} />
        <input type="hidden" name="nonce" value={didNonce(card, today.date)} />
        <Button tone="quiet" name="kind" value="WROTE">
          {t('wrote')}
        </Button>
        <Button tone="quiet" name="kind" value="CALLED">
          {t('called')}
        </Button>
      </InlineForm>
      <Later card={card} date={today.date} locale={locale} />
    </article>
  )
}
