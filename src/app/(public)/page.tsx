import type { Metadata } from 'next'
import { api, reader } from '@/trpc/server'
import { OwnHome } from './_components/own-home'
import { VisitorHome } from './_components/visitor-home'

export const metadata: Metadata = { robots: { index: true, follow: true } }

export default async function HomePage() {
  const { viewer, locale } = await reader()
  const caller = await api()
  if (!viewer) return <VisitorHome communities={await caller.community.list()} locale={locale} />
  const [home, doors] = await Promise.all([caller.home.mine(), caller.hosting.mine()])
  return <OwnHome home={home} doors={doors} name={viewer.name} operator={viewer.operator} locale={locale} />
}
