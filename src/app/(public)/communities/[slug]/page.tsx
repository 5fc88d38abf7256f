import type { Metadata } from 'next'
import Link from 'next/link'
import { cache } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, Section } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { EveningList } from '../../_components/evening-list'
import { publicMetadata } from '../../_lib/page-metadata'
import { ruleAndTime } from '../../_lib/share-card'
import { shown } from '../../_lib/shown'

interface Props {
  readonly params: Promise<{ slug: string }>
}

const find = cache(async (slug: string) => shown((await api()).community.show({ slug })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await reader()
  const { name, url, isDemo } = await find((await params).slug)
  return publicMetadata(locale, { title: name, description: textOf(locale, 'publicPages')('communityLead'), url, isDemo })
}

/** A community for anybody: what it is, its series in words, its next evenings. */
export default async function PublicCommunityPage({ params }: Props) {
  const { locale } = await reader()
  const { name, isDemo, series, events } = await find((await params).slug)
  const t = textOf(locale, 'publicPages')
  return (
    <Page title={name} lead={t('communityLead')}>
      {isDemo && <p className="text-muted">{t('demo')}</p>}
      {series.length > 0 && (
        <Section id="series" title={t('often')}>
          <ul className="grid gap-5">
            {series.map((one) => (
              <li key={one.path} className="grid">
                <Link
                  prefetch={false}
                  href={one.path}
                  dir="auto"
                  className="link inline-flex min-h-[max(2.75rem,44px)] items-center justify-self-start font-display text-lead font-medium"
                >
                  {one.name}
                </Link>
                <span>{ruleAndTime(locale, one)}</span>
                {one.venueName && (
                  <span dir="auto" className="text-muted">
                    {one.venueName}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="evenings" title={t('comingUp')}>
        {events.length > 0 ? (
          <EveningList events={events} locale={locale} />
        ) : (
          <EmptyState title={t('noneComing')}>{t('noneComingPlain')}</EmptyState>
        )}
      </Section>
    </Page>
  )
}
