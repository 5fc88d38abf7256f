import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { InlineForm } from '@/components/ui/inline-form'
import { callOff } from '../_actions'
import type { Plan } from './proposals'

interface Props {
  readonly eventId: string
  readonly path: string
  readonly circles: Plan['circles']
  readonly locale: Locale
}

/** The circles that are open: when, where, how many joined, and who to whom the arrivals are shown. Who did not is nobody's to see. */
export function StandingCircles({ circles, locale, ...where }: Props) {
  const t = textOf(locale, 'circle')
  const nameless = textOf(locale, 'event')('noName')
  return (
    <ul className="grid gap-5">
      {circles.map(({ circleId, topic, time, startsAt, place, joined, names, seats, invited, begun, ended }) => (
        <li key={circleId} className="grid gap-2 border-t-2 border-ink bg-raised px-5 py-5">
          <h3 dir="auto" className="text-heading">
            {t('name', { topic })}
          </h3>
          <p>
            <time dateTime={startsAt.toISOString()}>{time}</time>
            {place && <span dir="auto"> · {place}</span>}
          </p>
          <p className="text-muted">{t('count', { joined, seats, invited })}</p>
          {names.length > 0 && (
            <p>{new Intl.ListFormat(locale, { type: 'conjunction' }).format(names.map((name) => name || nameless))}</p>
          )}
          {begun ? <p className="text-muted">{t(ended ? 'ended' : 'begun')}</p> : <CallOff {...where} circleId={circleId} locale={locale} />}
        </li>
      ))}
    </ul>
  )
}

/** In two steps. */
function CallOff({
  eventId,
  path,
  circleId,
  locale,
}: Omit<Props, 'circles'> & { readonly circleId: string }) {
  const t = textOf(locale, 'circle')
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-small text-bad underline decoration-1 underline-offset-4">
        {t('callOff')}
      </summary>
      <InlineForm action={callOff.bind(null, { eventId, path })} className="grid justify-items-start gap-4 py-3">
        <input type="hidden" name="circleId" value={circleId} />
        <p className="max-w-measure text-muted">{t('callOffText')}</p>
        <SubmitButton tone="danger" pending={t('callingOff')}>
          {t('callOffSure')}
        </SubmitButton>
      </InlineForm>
    </details>
  )
}
