import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { cache } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { VisitNumber } from '@/components/ui/visit-number'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { Live } from '../../_components/live'
import { NotHere } from '../../_components/not-here'
import { SaidTheyMet } from '../../_components/said-they-met'
import { askEvening } from '../../_lib/ask-evening'
import { AboutThem } from './_components/about-them'
import { OnYourList } from './_components/on-your-list'
import { PutAsideBefore } from './_components/put-aside-before'
import { showOrAside } from './_lib/show-or-aside'

interface Props {
  readonly params: Promise<{ eventId: string; personId: string }>
}

/** Read once for the page and its title. */
const personOf = cache(async (eventId: string, personId: string) => {
  // Links to this page are never fetched ahead; a browser that does so by itself says so.
  const ahead = (await headers()).get('sec-purpose')?.includes('prefetch') === true
  const caller = await api()
  const person = await askEvening(
    showOrAside(caller, { eventId, personId }),
    `/evening/${eventId}/people/${personId}`,
  )
  const unopened = typeof person === 'object' && person.suggested && !person.opened
  // The page is there whether or not that can be noted; a fault is logged where it happens.
  if (unopened && !ahead) await caller.person.open({ eventId, personId }).catch(() => undefined)
  return person
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { eventId, personId } = await params
  const { locale } = await reader()
  const person = await personOf(eventId, personId)
  if (person === 'PUT_ASIDE') return { title: textOf(locale, 'person')('asideTitle'), robots: { index: false } }
  const title = (person !== 'NOT_HERE' && person.name) || textOf(locale, 'room')('nameless')
  return { title, robots: { index: false } }
}

/** Somebody at this evening whom the viewer is suggested or has met: all that they show of themself. */
export default async function PersonPage({ params }: Props) {
  const { eventId, personId } = await params
  const { locale } = await reader()
  const person = await personOf(eventId, personId)
  if (person === 'NOT_HERE') return <NotHere locale={locale} />
  if (person === 'PUT_ASIDE') return <PutAsideBefore eventId={eventId} locale={locale} />
  const t = textOf(locale, 'person')
  const room = textOf(locale, 'room')
  const name = person.name || room('nameless')
  return (
    <Page
      eyebrow={
        <Link prefetch={false} href={`/evening/${eventId}`} className="link inline-block py-2.5">
          {t('back')}
        </Link>
      }
      title={name}
      lead={person.headline ? <p dir="auto">{person.headline}</p> : undefined}
      action={
        person.met ? (
          <ButtonLink wide href={`/evening/${eventId}#${person.meetingId ?? ''}`}>
            {t('toNotes')}
          </ButtonLink>
        ) : person.mayMeet ? (
          <SaidTheyMet eventId={eventId} person={{ ...person, name }} main locale={locale} />
        ) : undefined
      }
    >
      <div className="-mt-4 grid gap-1 text-muted">
        <p className="text-small">
          <VisitNumber count={person.visitNumber} locale={locale} />
        </p>
        <Live eventId={eventId} version={person.version} offline={room('offline')} />
      </div>
      <AboutThem person={person} locale={locale} />
      <OnYourList eventId={eventId} person={{ ...person, name }} locale={locale} />
    </Page>
  )
}
