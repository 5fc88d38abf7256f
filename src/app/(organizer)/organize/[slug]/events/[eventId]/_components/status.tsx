import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { setStatus } from '../_actions'

/** Whether an evening takes place, and how to change that; calling it off takes two steps. */
export function Status({
  eventId,
  status,
  guests,
  path,
  locale,
}: {
  readonly eventId: string
  readonly status: 'SCHEDULED' | 'CANCELLED'
  /** How many said that they come or wait: each gets a mail. */
  readonly guests: number
  readonly path: string
  readonly locale: Locale
}) {
  const t = textOf(locale, 'event')
  if (status === 'CANCELLED') {
    return (
      <form action={setStatus.bind(null, eventId, 'SCHEDULED', path)} className="grid justify-items-start gap-4">
        <Notice tone="warn">{t('CANCELLED')}</Notice>
        <SubmitButton tone="quiet" pending={t('puttingOn')}>
          {t('putOn')}
        </SubmitButton>
      </form>
    )
  }
  return (
    <details className="border-t border-line pt-4">
      <summary className="inline-flex min-h-11 items-center text-bad underline decoration-1 underline-offset-4">{t('callOff')}</summary>
      <form action={setStatus.bind(null, eventId, 'CANCELLED', path)} className="grid justify-items-start gap-4 py-3">
        <p className="max-w-measure text-muted">{t('callOffText')}</p>
        {guests > 0 && <p className="font-semibold">{t('callOffTold', { count: guests })}</p>}
        <SubmitButton tone="danger" pending={t('callingOff')}>
          {t('callOffSure')}
        </SubmitButton>
      </form>
    </details>
  )
}
