import type { ReactNode } from 'react'
import { Header } from '@/components/ui/header'
import { textOf } from '@/text/translator'
import { reader } from '@/trpc/server'

/** The head of the organizers' pages. */
export default async function OrganizeLayout({ children }: { readonly children: ReactNode }) {
  const { locale } = await reader()
  const t = textOf(locale, 'ui')
  const links = [
    { href: '/', label: t('nav.tonight') },
    { href: '/organize', label: t('nav.organize') },
    { href: '/profile', label: t('nav.profile') },
  ]
  return (
    <>
      <Header name={t('appName')} navLabel={t('nav.label')} links={links} wide />
      {children}
    </>
  )
}
