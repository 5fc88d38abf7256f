import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ask } from '../_lib/ask'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'community')('mine') }
}

/** The communities in which the reader has something to do; straight to it where it is one. */
export default async function OrganizePage() {
  const caller = await api()
  const communities = await ask(caller.community.mine(), '/organize')
  const { viewer, locale } = await reader()
  const t = textOf(locale, 'community')
  const [only, ...others] = communities
  if (only && others.length === 0 && !viewer?.operator) redirect(`/organize/${only.slug}`)
  return (
    <Page
      wide
      title={t('mine')}
      lead={t('mineLead')}
      action={viewer?.operator ? <ButtonLink tone="quiet" href="/organize/new">{t('new')}</ButtonLink> : undefined}
    >
      {communities.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <ul className="grid border-t border-line">
          {communities.map(({ id, slug, name, role }) => (
            <li key={id} className="border-b border-line">
              <Link prefetch={false} href={`/organize/${slug}`} className="flex min-h-16 flex-wrap items-baseline justify-between gap-x-6 py-4 no-underline hover:text-accent">
                <span dir="auto" className="font-display text-heading underline decoration-line decoration-2 underline-offset-4">{name}</span>
                <span className="text-muted">{t(`roles.${role}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
