import Link from 'next/link'
import { Section } from '@/components/ui/page'
import { isolated } from '@/text/isolated'
import { textOf, type Locale } from '@/text/translator'
import type { Today } from '../_lib/today'

/** What others wait for: introductions and asks to answer, and once what came of an introduction. A line each. */
export function IntroductionsToday({ waiting, locale }: { readonly waiting: Today['waiting']; readonly locale: Locale }) {
  const t = textOf(locale, 'introduction')
  const nameOf = (name: string) => isolated(name) || t('nameless')
  const lines = [
    ...waiting.introductions.map((one) => ({
      key: one.introductionId,
      href: '/introductions#waiting',
      text: t('waitingCard', { by: nameOf(one.byName), other: nameOf(one.otherName) }),
    })),
    ...waiting.asks.map((ask) => ({ key: ask.askId, href: '/asks#waiting', text: t('todayAsk', { by: nameOf(ask.byName), text: ask.text }) })),
    ...waiting.outcomes.map((one) => ({ key: one.introductionId, href: '/introductions#connected', text: t('outcomeQuestion', { other: nameOf(one.otherName) }) })),
  ]
  if (lines.length === 0) return null
  return (
    <Section id="waiting" title={t('todayTitle')}>
      <ul className="grid gap-1">
        {lines.map(({ key, href, text }) => (
          <li key={key}>
            <Link prefetch={false} href={href} className="link inline-flex min-h-[max(2.75rem,44px)] items-center">
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
