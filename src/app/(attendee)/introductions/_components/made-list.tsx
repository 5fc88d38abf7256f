import { dayInWords } from '@/text/day-in-words'
import { textOf, type Locale } from '@/text/translator'
import { SmallForm } from '../../evening/[eventId]/_components/small-form'
import { withdraw } from '../_actions'
import type { Introductions } from '../_lib/introductions'

/** Whom the reader brought together, and how that stands: the same for a no as for no answer. */
export function MadeList({ made, locale }: { readonly made: Introductions['made']; readonly locale: Locale }) {
  const t = textOf(locale, 'introduction')
  return (
    <ul className="grid gap-5">
      {made.map((one) => (
        <li key={one.introductionId} className="grid gap-1">
          <p dir="auto" className="font-semibold">
            {t('pair', { one: one.oneName || t('nameless'), other: one.otherName || t('nameless') })}
          </p>
          <p className="text-small text-muted">
            {t(`state.${one.cameOfIt ? 'CAME_OF_IT' : one.state}`, { date: dayInWords(one.expiresAt, locale) })}
          </p>
          {one.state === 'WAITING' && (
            <SmallForm action={withdraw} fields={{ introductionId: one.introductionId }} label={t('withdraw')} pending={t('sending')} />
          )}
        </li>
      ))}
    </ul>
  )
}
