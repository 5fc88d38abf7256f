import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { reader } from '@/trpc/server'
import { BackToEvening } from './_components/back-to-evening'

/** For somebody who is not, or not any more, the viewer's to see at this evening. */
export default async function PersonNotFound() {
  const { locale } = await reader()
  const t = textOf(locale, 'person')
  return <Page title={t('missingTitle')} lead={t('missingText')} action={<BackToEvening label={t('back')} />} />
}
