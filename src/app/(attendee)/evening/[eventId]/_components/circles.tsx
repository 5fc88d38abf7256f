import { Section } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'
import { api } from '@/trpc/server'
import { joinCircle } from '../_actions'
import { CircleCard } from './circle-card'
import { QuietDetails } from './quiet-details'
import { SmallForm } from './small-form'

/** The viewer's circles: invitations, seats, and whom they sat with. Nothing where there are none. */
export async function Circles({ eventId, locale }: { readonly eventId: string; readonly locale: Locale }) {
  const circles = await (await api()).circle.mine({ eventId })
  if (circles.length === 0) return null
  const t = textOf(locale, 'circle')
  const declined = circles.filter(({ answer }) => answer === 'DECLINED')
  return (
    <Section id="circles" title={t('title')} lead={t('lead')}>
      {circles
        .filter(({ answer }) => answer !== 'DECLINED')
        // One that was called off stands below the one that takes its place.
        .sort((a, b) => Number(a.calledOff) - Number(b.calledOff))
        .map((circle) => (
          <CircleCard key={circle.circleId} eventId={eventId} circle={circle} locale={locale} />
        ))}
      {declined.length > 0 && (
        <QuietDetails summary={t('declined')}>
          {declined.map(({ circleId, topic, time }) => (
            <SmallForm
              key={circleId}
              action={joinCircle}
              fields={{ eventId, circleId }}
              label={t('joinAfterAll', { topic, time })}
              pending={t('joining')}
            />
          ))}
        </QuietDetails>
      )}
    </Section>
  )
}
