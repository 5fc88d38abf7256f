import { headers } from 'next/headers'
import { Page } from '@/components/ui/page'
import { localeOf, textOf } from '@/text/translator'

/** For a set-up link that is not this installation's. */
export default async function WrongSetUpLink() {
  const t = textOf(localeOf((await headers()).get('accept-language')), 'setUp')
  return <Page title={t('wrongTitle')} lead={t('wrongLink')} />
}
