import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { ButtonLink } from '@/components/ui/button'
import { Header } from '@/components/ui/header'
import { Page } from '@/components/ui/page'
import { localeOf, textOf } from '@/text/translator'

async function words() {
  return textOf(localeOf((await headers()).get('accept-language')), 'ui')
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('notFound.title') }
}

/** The same page for what does not exist and for what this reader may not see. */
export default async function NotFoundPage() {
  const t = await words()
  return (
    <>
      <Header name={t('appName')} navLabel={t('nav.label')} />
      <Page
        title={t('notFound.title')}
        lead={t('notFound.text')}
        action={<ButtonLink href="/">{t('notFound.home')}</ButtonLink>}
      />
    </>
  )
}
