import type { Metadata } from 'next'
import { cache } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Page, Section } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { BringTogether } from './_components/bring-together'
import { Circles } from './_components/circles'
import { GoingHome } from './_components/going-home'
import { Live } from './_components/live'
import { MeetingEntry } from './_components/meeting-entry'
import { NotHere } from './_components/not-here'
import { Proposal } from './_components/proposal'
import { Takeaways } from './_components/takeaways'
import { WhomToMeet } from './_components/whom-to-meet'
import { askEvening } from './_lib/ask-evening'

interface Props {
  readonly params: Promise<{ eventId: string }>
}

const TITLE = { OPEN: 'title', HIDDEN: 'title', LEFT: 'leftTitle', OVER: 'overTitle' } as const

/** Read once for the page and its title. */
const roomOf = cache(async (eventId: string) =>
  askEvening((await api()).room.mine({ eventId }), `/evening/${eventId}`),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { eventId } = await params
  const { locale } = await reader()
  const room = await roomOf(eventId)
  const state = room === 'NOT_HERE' ? 'OPEN' : room.state
  return { title: textOf(locale, 'room')(state === 'OVER' || state === 'LEFT' ? TITLE[state] : 'shouldMeet'), robots: { index: false } }
}

/** The evening of somebody who is in: whom to meet, what to ask, whom they met. */
export default async function EveningPage({ params }: Props) {
  const { eventId } = await params
  const { viewer, locale } = await reader()
  const room = await roomOf(eventId)
  if (room === 'NOT_HERE') return <NotHere locale={locale} />
  const t = textOf(locale, 'room')
  const open = room.state !== 'OVER'
  const there = open && room.state !== 'LEFT'
  return (
    <Page
      eyebrow={<span dir="auto">{room.eventName}</span>}
      title={t(TITLE[room.state])}
      lead={
        <p dir="auto">
          {room.state === 'LEFT'
            ? t('leftText')
            : t('visit', { count: room.visitNumber, community: room.communityName })}
        </p>
      }
      action={
        room.mayMeet ? (
          <ButtonLink wide tone={there ? 'primary' : 'quiet'} href={`/evening/${eventId}/pass`}>
            {t('showPass')}
          </ButtonLink>
        ) : undefined
      }
    >
      {room.mayMeet && (
        <div className="-mt-4 text-muted">
          <Live
            eventId={eventId}
            version={room.version}
            {...(there ? { present: t('present', { count: room.present }) } : {})}
            offline={t('offline')}
          />
        </div>
      )}
      {room.proposals.length > 0 && (
        <section aria-label={t('proposals')} className="grid gap-4">
          {room.proposals.map((proposal) => (
            <Proposal key={proposal.meetingId} eventId={eventId} proposal={proposal} locale={locale} />
          ))}
        </section>
      )}
      {room.mayMeet && <Circles eventId={eventId} locale={locale} />}
      {room.state !== 'LEFT' && <WhomToMeet eventId={eventId} room={room} locale={locale} />}
      {there && room.state !== 'HIDDEN' && !room.introduced && (
        <div className="grid justify-items-start gap-3">
          <p className="max-w-measure">{t('introduce')}</p>
          <ButtonLink tone="quiet" href={`/evening/${eventId}/hello`}>
            {t('introduceAction')}
          </ButtonLink>
        </div>
      )}
      {(room.mayMeet || room.meetings.length > 0) && (
        <Section
          id="met"
          title={t('met')}
          lead={t(room.meetings.length > 0 ? 'metLead' : there ? 'metEmpty' : 'overMetEmpty')}
        >
          {room.meetings.map((meeting) => (
            <MeetingEntry key={meeting.meetingId} eventId={eventId} meeting={meeting} undoable={room.mayMeet} locale={locale} />
          ))}
        </Section>
      )}
      <Takeaways eventId={eventId} mayWrite={viewer?.doorGuest === false} locale={locale} />
      {viewer?.email && <BringTogether eventId={eventId} locale={locale} />}
      {open && <GoingHome eventId={eventId} left={!there} locale={locale} />}
    </Page>
  )
}
