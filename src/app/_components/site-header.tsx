import { Header, type HeaderLink } from '@/components/ui/header'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'

/** The head of a page, with the ways that this reader has. */
export async function SiteHeader({ wide = false }: { readonly wide?: boolean }) {
  const { viewer, locale } = await reader()
  const t = textOf(locale, 'ui')
  const links: HeaderLink[] = []
  if (viewer) {
    const { eveningId, eveningOver, organizes } = await (await api()).home.ways()
    if (eveningId) links.push({ href: `/evening/${eveningId}`, label: t(eveningOver ? 'nav.lastEvening' : 'nav.tonight') })
    links.push({ href: '/today', label: t('nav.today') }, { href: '/people', label: t('nav.people') })
    links.push({ href: '/profile', label: t('nav.profile') })
    const [first, second] = organizes
    // With several communities the start page asks which one.
    if (first) links.push({ href: second ? '/#communities' : `/organize/${first}`, label: t('nav.organize') })
  }
  return <Header name={t('appName')} navLabel={t('nav.label')} links={links} wide={wide} />
}
