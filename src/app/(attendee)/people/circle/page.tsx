import type { Metadata } from 'next'
import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { CIRCLE_VIEWS } from '@/domain/my-circle/show-circle'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { askPeople } from '../_lib/ask-people'
import { one, type SearchParams } from '../_lib/query'
import { AuditOffer } from './_components/audit-offer'
import { Bridges } from './_components/bridges'
import { CirclePicture } from './_components/circle-picture'
import { CircleTable } from './_components/circle-table'
import { MoreOf } from './_components/more-of'
import { Views } from './_components/views'
import { headingOf } from './_lib/heading'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'myCircle')('title'), robots: { index: false } }
}

/** One's own people as a picture with its numbers, what one wants more of, and the way to the audit. */
export default async function CirclePage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { viewer, locale } = await reader()
  const asked = one((await searchParams)['view'])
  const view = CIRCLE_VIEWS.find((known) => known === asked) ?? CIRCLE_VIEWS[0]
  const caller = await api()
  const circle = await askPeople(caller.myCircle.show({ view }), '/people/circle')
  const t = textOf(locale, 'myCircle')
  const back = (
    <Link prefetch={false} href="/people" className="link inline-block py-2.5">
      {t('back')}
    </Link>
  )
  if (circle.people === 0) {
    return (
      <Page eyebrow={back} title={t('title')}>
        <EmptyState title={t('empty')} action={<ButtonLink href="/people/new">{t('emptyAction')}</ButtonLink>}>
          {t('emptyText')}
        </EmptyState>
      </Page>
    )
  }
  const { dots, hubs } = circle.picture
  const proved = viewer?.email !== null
  const picture = { ...circle.picture, hubs: hubs.map((hub, index) => ({ ...hub, label: headingOf(circle.rows[index] ?? { kind: null, label: hub.label }, locale).name })) }
  return (
    <Page wide eyebrow={back} title={t('title')} lead={t('lead')}>
      {circle.auditDue && proved && <AuditOffer due locale={locale} />}
      <section aria-labelledby="view-heading" className="grid gap-6">
        <Views view={view} locale={locale} />
        <div className="grid gap-1">
          <h2 id="view-heading" className="text-heading">
            {t(`view.${view}`)}
          </h2>
          <p className="max-w-measure text-muted">{t(`viewLead.${view}`)}</p>
        </div>
        {dots.length === 0 ? (
          <p className="max-w-measure">{t(`nothing.${view}`)}</p>
        ) : (
          <div className="grid gap-8 lg:grid-cols-2">
            <figure className="grid min-w-0 content-start gap-3 self-start lg:sticky lg:top-6">
              <CirclePicture
                key={view}
                picture={picture}
                words={{ title: t(`pictureOf.${view}`), hint: t('hint'), you: t('you'), nameless: textOf(locale, 'people')('nameless') }}
              />
              <figcaption className="text-small text-muted">
                {t('drawnAll')} {dots.some(({ links }) => links) && t('linking')} {dots.length < circle.people - circle.without && t('drawn', { drawn: dots.length, people: circle.people })}
              </figcaption>
            </figure>
            <CircleTable circle={circle} view={view} locale={locale} />
          </div>
        )}
      </section>
      {view === 'bridges' && dots.length > 0 && <Bridges bridges={circle.bridges} locale={locale} />}
      <MoreOf circle={circle} offered={proved ? await caller.interest.offered() : []} proved={proved} locale={locale} />
      {!circle.auditDue && proved && <AuditOffer due={false} locale={locale} />}
    </Page>
  )
}
