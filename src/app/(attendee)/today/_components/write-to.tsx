import { textOf, type Locale } from '@/text/translator'
import { keepDraft } from '../_actions'
import type { Card } from '../_lib/today'
import { Writing, type OwnWords } from './writing'

function ownWords({ remembered }: Card, locale: Locale): readonly OwnWords[] {
  const t = textOf(locale, 'today')
  const { note, myPromise, theirPromise } = remembered
  return [
    { label: t('myPromise'), text: myPromise },
    { label: t('theirPromise'), text: theirPromise },
    { label: t('myNote'), text: note },
  ].filter(({ text }) => text !== '')
}

/** A draft to somebody behind its name, with one's own words beside it: on Today and on their page. */
export function WriteTo({
  card,
  me,
  open = false,
  locale,
}: {
  readonly card: Card
  /** Who writes, for the subject of a mail. */
  readonly me: string
  /** Whether it is unfolded from the start, as what the screen is for. */
  readonly open?: boolean
  readonly locale: Locale
}) {
  const t = textOf(locale, 'today')
  const name = card.firstName || card.name || textOf(locale, 'people')('nameless')
  const [email = null] = card.emails
  const [phone = null] = card.phones
  return (
    <details open={open}>
      <summary className="fold-mark flex min-h-[max(2.75rem,44px)] items-center font-semibold">{t('write', { name })}</summary>
      <div className="grid gap-4 pt-3">
        <Writing
          contactId={card.contactId}
          draft={card.draft.text}
          email={email}
          phone={phone}
          own={ownWords(card, locale)}
          keep={keepDraft}
          main={open}
          words={{
            label: t('draft'),
            mail: t('byMail'),
            text: t('byText'),
            share: t('share'),
            copy: t('copy'),
            copied: t('copied'),
            keep: t('keep'),
            keeping: t('sending'),
            keepFirst: t('keepFirst'),
            subject: t('subject', { me: me || 'none' }),
          }}
        />
        <p className="text-small text-muted">{t('appreciated')}</p>
        {email === null && phone === null && <p className="text-small text-muted">{t('noAddress', { name })}</p>}
      </div>
    </details>
  )
}
