import { Section } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'
import type { Today } from '../_lib/today'
import { ActedLine } from './acted-list'
import { ContactCard } from './contact-card'

/** This week's four, each once: whoever was acted on keeps their place and shows it. */
export function FourFromTheBottom({
  today,
  me,
  open,
  locale,
}: {
  readonly today: Today
  readonly me: string
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
            open={card.contactId === open}
            eyebrow={t(`place.${place}`)}
            locale={locale}
          />
        ) : (
          <div key={card.contactId} className="grid gap-2 border-t-2 border-line pt-4 text-muted">
            <p dir="auto" className="flex items-baseline gap-3">
              <span className="font-display text-heading">{card.name || textOf(locale, 'people')('nameless')}</span>
              {t('fourActed', { act: act.replace('-', '') })}
            </p>
            {today.acted
              .filter(({ contactId }) => contactId === card.contactId)
              .map((acted) => (
                <ActedLine key={`${acted.act} ${acted.interactionId ?? ''}`} acted={acted} today={today} locale={locale} />
              ))}
          </div>
        ),
      )}
    </Section>
  )
}
