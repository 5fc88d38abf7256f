import { Page } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'

/** For a member who opens an evening without having checked in there. */
export function NotHere({ locale }: { readonly locale: Locale }) {
  const t = textOf(locale, 'room')
  return <Page title={t('notHereTitle')} lead={t('notHereText')} />
}
