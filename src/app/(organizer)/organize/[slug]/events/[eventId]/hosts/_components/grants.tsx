import { InlineForm } from '@/components/ui/inline-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import type { api } from '@/trpc/server'
import { clockTime, day } from '../../../../../../_lib/when'
import { renew, revoke } from '../_actions'
import type { LinkWords } from './host-link'
import { LinkForm } from './link-form'

type Found = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['hosting']['grants']>>
type Grant = Found['grants'][number]

interface Where {
  readonly eventId: string
  readonly path: string
}

/** The invitations of an event: who waits, who came, whose was taken back. */
export function Grants({
  grants,
  timeZone,
  ended,
  words,
  locale,
  ...where
}: Where & {
  readonly grants: readonly Grant[]
  readonly timeZone: string
  readonly ended: boolean
  readonly words: LinkWords
  readonly locale: Locale
}) {
  const t = textOf(locale, 'hosting')
  const at = (moment: Date) => t('moment', { day: day(moment, timeZone, locale), time: clockTime(moment, timeZone, locale) })
  return (
    <ul className="grid gap-4">
      {grants.map((grant) => (
        <li key={grant.id} className="grid gap-1 border-t border-line pt-4">
          <h3 dir="auto" className="font-display text-lead font-medium">
            {grant.label === '' ? (grant.takenBy ?? t('unnamed')) : grant.label}
          </h3>
          <p dir="auto">{stateOf(grant)}</p>
          {grant.revokedAt === null && !ended && <Changes grant={grant} where={where} words={words} locale={locale} />}
        </li>
      ))}
    </ul>
  )

  function stateOf({ createdAt, acceptedAt, revokedAt, takenBy }: Grant): string {
    const name = takenBy ?? 'none'
    if (revokedAt) return t('revoked', { at: at(revokedAt), name })
    return acceptedAt ? t('accepted', { at: at(acceptedAt), name }) : t('waiting', { at: at(createdAt) })
  }
}

/** A lost link is replaced at once; taking a host's night back asks first. */
function Changes({
  grant,
  where,
  words,
  locale,
}: {
  readonly grant: Grant
  readonly where: Where
  readonly words: LinkWords
  readonly locale: Locale
}) {
  const t = textOf(locale, 'hosting')
  const name = grant.takenBy ?? grant.label
  return (
    <div className="grid gap-3">
      {grant.acceptedAt === null && (
        <LinkForm action={renew.bind(null, where)} submit={t('renew')} pending={t('inviting')} tone="quiet" words={words}>
          <input type="hidden" name="grantId" value={grant.id} />
        </LinkForm>
      )}
      <details>
        <summary className="inline-flex min-h-[max(2.75rem,44px)] items-center text-bad underline decoration-1 underline-offset-4">
          {t('revoke')}
          <span className="sr-only"> {name}</span>
        </summary>
        <InlineForm action={revoke.bind(null, where)} className="grid justify-items-start gap-4 py-3">
          <input type="hidden" name="grantId" value={grant.id} />
          <p className="max-w-measure text-muted">{t('revokeText')}</p>
          <SubmitButton tone="danger" pending={t('revoking')}>
            {t('revokeSure')}
          </SubmitButton>
        </InlineForm>
      </details>
    </div>
  )
}
