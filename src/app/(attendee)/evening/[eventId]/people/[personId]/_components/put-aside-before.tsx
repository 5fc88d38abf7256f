import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'

/** In place of somebody whom the viewer put aside: what they did themself, and not a word of the other. */
export function PutAsideBefore({ eventId, locale }: { readonly eventId: string; readonly locale: Locale }) {
  const t = textOf(locale, 'person')
  const back = (
    <ButtonLink wide href={`/evening/${eventId}`}>
      {t('back')}
    </ButtonLink>
  )
  return <Page title={t('asideTitle')} lead={t('asideText')} action={back} />
}
