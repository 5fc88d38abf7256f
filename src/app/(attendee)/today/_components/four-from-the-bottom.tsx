import { Section } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'
import type { Today } from '../_lib/today'
import { ContactCard } from './contact-card'

/** This week's four, each once: whoever was acted on keeps their place and shows it. */
export function FourFromTheBottom({
  today,
  me,
  nonce,
  open,
  locale,
}: {
  readonly today: Today
  readonly me: string
  readonly nonce: string
  /** Whose draft is unfolded. */
  readonly open: string | undefined
  readonly locale: Locale
}) {
  const t = textOf(locale, 'today')
  const easyFirst = today.fourFromTheBottom[0]?.place === 'warmUp' ? 'yes' : 'no'
  return (
    <Section id="four" title={t('fourTitle', { count: today.fourFromTheBottom.length })} lead={t('fourLead', { easyFirst })}>
      {today.fourFromTheBottom.map(({ place, card, act }) =>
        act === null ? (
          <ContactCard
            key={card.contactId}
            card={card}
            today={today}
            me={me}
            nonce={nonce}
            open={card.contactId === open}
            eyebrow={t(`place.${place}`)}
            locale={locale}
          />
        ) : (
          <p key={card.contactId} dir="auto" className="flex items-baseline gap-3 border-t-2 border-line pt-4 text-muted">
            <span className="font-display text-heading">{card.name || textOf(locale, 'people')('nameless')}</span>
            {t('fourActed', { act: act.replace('-', '') })}
          </p>
        ),
      )}
    </Section>
  )
}
