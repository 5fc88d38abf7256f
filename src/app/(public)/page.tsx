import { api, reader } from '@/trpc/server'
import { OwnHome } from './_components/own-home'
import { VisitorHome } from './_components/visitor-home'

export default async function HomePage() {
  const { viewer, locale } = await reader()
  if (!viewer) return <VisitorHome locale={locale} />
  const home = await (await api()).home.mine()
  return <OwnHome home={home} name={viewer.name} operator={viewer.operator} locale={locale} />
}
