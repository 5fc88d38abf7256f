import type { Metadata } from 'next'
import { textOf } from '@/text/translator'
import { reader } from '@/trpc/server'
import { NothingHere } from '../../_components/nothing-here'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'publicPages')('eventNotFound') }
}

/** For an evening that does not exist. */
export default async function EventNotFound() {
  const { locale } = await reader()
  const t = textOf(locale, 'publicPages')
  return <NothingHere title={t('eventNotFound')} text={t('eventNotFoundText')} locale={locale} />
}
