import { InlineForm } from '@/components/ui/inline-form'
import { Chip } from '@/components/ui/chip'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import type { api } from '@/trpc/server'
import { settleClaim } from '../_actions'

type Claim = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['claim']['list']>>[number]

/** What somebody typed at a door, with the two answers that its owner can give. */
export function ClaimCard({ claim, locale }: { readonly claim: Claim; readonly locale: Locale }) {
  const t = textOf(locale, 'welcome')
  return (
    <article className="grid gap-5 border-t-2 border-ink bg-raised px-5 pt-5 pb-6">
      <header className="grid gap-1">
        <h2 dir="auto" className="text-[1.9rem] leading-[1.1]">
          {claim.name}
        </h2>
        <ul className="text-muted">
          {claim.visits.map(({ at, eventName, timeZone }) => (
            <li key={at.toISOString()}>
              {t('visit', {
                event: eventName,
                date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(at),
              })}
            </li>
          ))}
        </ul>
      </header>
      {claim.lines.length > 0 && (
        <ul className="grid gap-1.5">
          {claim.lines.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
      {claim.interests.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {claim.interests.map((label) => (
            <li key={label}>
              <Chip>{label}</Chip>
            </li>
          ))}
        </ul>
      )}
      <InlineForm action={settleClaim} className="flex flex-wrap gap-3">
        <input type="hidden" name="guestId" value={claim.guestId} />
        <SubmitButton name="answer" value="keep" pending={t('saving')}>
          {t('keep')}
        </SubmitButton>
        <SubmitButton name="answer" value="discard" tone="danger" pending={t('saving')}>
          {t('discard')}
        </SubmitButton>
      </InlineForm>
    </article>
  )
}
