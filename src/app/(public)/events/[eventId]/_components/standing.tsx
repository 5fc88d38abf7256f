import Link from 'next/link'
import { eventPath } from '@/domain/public-path'
import { Notice } from '@/components/ui/notice'
import { textOf, type Locale } from '@/text/translator'
import { whenOf } from '../../../_lib/when'
import type { PublicEvent } from '../_lib/public-event'

/** Said before all else: that it is called off, over or on, and which evening is the next then. */
export function Standing({ event, locale }: { readonly event: PublicEvent; readonly locale: Locale }) {
  const t = textOf(locale, 'publicPages')
  const { status, over, running, next } = event
  const calledOff = status === 'CANCELLED'
  if (!calledOff && !over) return running ? <Notice tone="good">{t('running')}</Notice> : null
  const instead = next && (
    <Link
      prefetch={false}
      href={eventPath(next.id)}
      className="link inline-flex min-h-[max(2.75rem,44px)] items-center"
    >
      {t('nextInstead', { when: whenOf(locale, next) })}
    </Link>
  )
  return (
    <Notice tone="warn">
      {calledOff && <strong className="block font-display text-heading">{t('calledOff')}</strong>}
      <span className="block">{t(calledOff ? 'calledOffText' : 'over')}</span>
      {instead}
    </Notice>
  )
}
