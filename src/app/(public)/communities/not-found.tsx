import type { Metadata } from 'next'
import { textOf } from '@/text/translator'
import { reader } from '@/trpc/server'
import { NothingHere } from '../_components/nothing-here'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'publicPages')('communityNotFound') }
}

/** For a community or series that does not exist, or no longer under this name. */
export default async function CommunityNotFound() {
  const { locale } = await reader()
  const t = textOf(locale, 'publicPages')
  return <NothingHere title={t('communityNotFound')} text={t('communityNotFoundText')} locale={locale} />
}
