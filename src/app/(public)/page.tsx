import { api, reader } from '@/trpc/server'
import { OwnHome } from './_components/own-home'
import { VisitorHome } from './_components/visitor-home'

export default async function HomePage() {
  const { viewer, locale } = await reader()
  if (!viewer) return <VisitorHome locale={locale} />
  const caller = await api()
  const [home, doors] = await Promise.all([caller.home.mine(), caller.hosting.mine()])
  return <OwnHome home={home} doors={doors} name={viewer.name} operator={viewer.operator} locale={locale} />
}
