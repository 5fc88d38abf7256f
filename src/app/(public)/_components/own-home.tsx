import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Page, Section } from '@/components/ui/page'
import { communityPath, eventPath } from '@/domain/public-path'
import { textOf, type Locale } from '@/text/translator'
import type { api } from '@/trpc/server'
import { whenOf } from '../_lib/when'
import { Hosting } from './hosting'
import { OwnComing } from './own-coming'

type Caller = Awaited<ReturnType<typeof api>>
type Home = Awaited<ReturnType<Caller['home']['mine']>>
type Doors = Awaited<ReturnType<Caller['hosting']['mine']>>

/** The start page of somebody who is signed in: tonight first, if there is one. */
export function OwnHome({
  home,
  doors,
  name,
  operator,
  locale,
}: {
  readonly home: Home
  readonly doors: Doors
  readonly name: string
  readonly operator: boolean
  readonly locale: Locale
}) {
  const t = textOf(locale, 'home')
  const { tonight, communities, upcoming } = home
  const title = tonight
    ? t(tonight.over ? 'own.lastNight' : 'own.tonight', { event: tonight.name })
    : t(name ? 'own.hello' : 'own.helloNameless', { name })
  return (
    <Page
      title={title}
      eyebrow={tonight ? `${tonight.communityName} · ${whenOf(locale, tonight)}` : undefined}
      lead={tonight && (tonight.checkedIn ? t(tonight.over ? 'own.youWereThere' : 'own.youAreIn') : t('own.scan', { venue: tonight.venueName || 'none' }))}
      action={
        tonight?.checkedIn && (
          <ButtonLink href={`/evening/${tonight.id}`}>{t(tonight.over ? 'own.lookBack' : 'own.meet')}</ButtonLink>
        )
      }
    >
      {home.claims > 0 && (
        <Notice tone="warn">
          {t('own.claims', { count: home.claims })} <Link href="/welcome?next=/" className="underline underline-offset-4">{t('own.claimsLink')}</Link>
        </Notice>
      )}
      {tonight && !tonight.checkedIn && <OwnComing event={tonight} locale={locale} />}
      <Hosting doors={doors} locale={locale} />
      {communities.length === 0 && doors.length === 0 && <EmptyState title={t('own.noCommunity')}>{t('own.noCommunityText')}</EmptyState>}
      {upcoming.length > 0 && (
        <Section id="upcoming" title={t('own.upcoming')}>
          <ul className="grid gap-5">
            {upcoming.map((event) => (
              <li key={event.id} className="grid">
                <Link
                  prefetch={false}
                  href={eventPath(event.id)}
                  dir="auto"
                  className="link inline-flex min-h-[max(2.75rem,44px)] items-center justify-self-start font-display text-lead font-medium"
                >
                  {event.name}
                </Link>
                <span>{whenOf(locale, event)}</span>
                <OwnComing event={event} locale={locale} />
                <span dir="auto" className="text-small text-muted">
                  {[event.communityName, event.venueName].filter((part) => part !== '').join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {communities.length > 0 && (
        <Section id="communities" title={t('own.communities')}>
          <ul className="grid gap-1">
            {communities.map((community) => (
              <li key={community.id} className="flex flex-wrap items-center justify-between gap-x-6">
                <Link
                  prefetch={false}
                  href={communityPath(community.slug)}
                  dir="auto"
                  className="link inline-flex min-h-[max(2.75rem,44px)] items-center"
                >
                  {community.name}
                </Link>
                {community.organizes && (
                  <Link
                    prefetch={false}
                    href={`/organize/${community.slug}`}
                    className="link inline-flex min-h-[max(2.75rem,44px)] items-center"
                  >
                    {t('own.organize')}
                    <span className="sr-only"> {community.name}</span>
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {operator && (
        <p>
          <Link prefetch={false} href="/outbox" className="link inline-flex min-h-[max(2.75rem,44px)] items-center">
            {t('own.outbox')}
          </Link>
        </p>
      )}
    </Page>
  )
}
