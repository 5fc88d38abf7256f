import { Section } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'
import { headHome, stayOn } from '../_actions'
import { SmallForm } from './small-form'

/** 'I'm heading home', last on the page, and the way back for who has tapped it. */
export function GoingHome({
  eventId,
  left,
  locale,
}: {
  readonly eventId: string
  readonly left: boolean
  readonly locale: Locale
}) {
  const t = textOf(locale, 'room')
  const pending = textOf(locale, 'meeting')('sending')
  if (left) return <SmallForm action={stayOn} fields={{ eventId }} label={t('stayOn')} pending={pending} />
  return (
    <Section id="heading-home" title={t('heading')}>
      <SmallForm action={headHome} fields={{ eventId }} label={t('headHome')} pending={pending} lead={t('headingLead')} />
    </Section>
  )
}
