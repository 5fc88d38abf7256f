import Link from 'next/link'
import { Section } from '@/components/ui/page'
import type { ShownBridge } from '@/domain/my-circle/show-circle'
import { textOf, type Locale } from '@/text/translator'
import { headingOf } from '../_lib/heading'

/** Who links what, in sentences. */
export function Bridges({ bridges, locale }: { readonly bridges: readonly ShownBridge[]; readonly locale: Locale }) {
  const t = textOf(locale, 'myCircle')
  const sentence = ({ between, how }: ShownBridge) => {
    const [one, other] = between.map((tie) => headingOf(tie, locale).name)
    const both = { one: one ?? '', other: other ?? '' }
    return how.kind === 'ALONE' ? t('bridgeAlone', { ...both, count: how.apart }) : t('bridgeFew', { ...both, count: how.together })
  }
  return (
    <Section id="bridges" title={t('bridgesTitle')}>
      {bridges.length === 0 ? (
        <p className="max-w-measure text-muted">{t('noBridges')}</p>
      ) : (
        <ol className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
          {bridges.map((bridge) => (
            <li key={bridge.contactId} className="grid content-start">
              <Link prefetch={false} dir="auto" href={`/people/${bridge.contactId}`} className="link justify-self-start py-1.5 font-display text-[1.3rem] leading-tight">
                {bridge.name || textOf(locale, 'people')('nameless')}
              </Link>
              <p dir="auto">{sentence(bridge)}</p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
