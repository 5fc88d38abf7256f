import type { Metadata } from 'next'
import { cache } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Page, Section } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { Live } from './_components/live'
import { MeetingEntry } from './_components/meeting-entry'
import { NotHere } from './_components/not-here'
import { Proposal } from './_components/proposal'
import { WhomToMeet } from './_components/whom-to-meet'
import { askEvening } from './_lib/ask-evening'

interface Props {
  readonly params: Promise<{ eventId: string }>
}

/** Read once for the page and its title. */
const roomOf = cache(async (eventId: string) =>
  askEvening((await api()).room.mine({ eventId }), `/evening/${eventId}`),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { eventId } = await params
  const { locale } = await reader()
  const room = await roomOf(eventId)
  const over = room !== 'NOT_HERE' && room.state === 'OVER'
  return { title: textOf(locale, 'room')(over ? 'overTitle' : 'shouldMeet'), robots: { index: false } }
}

/** The evening of somebody who is in: whom to meet, what to ask, whom they met. */
export default async function EveningPage({ params }: Props) {
  const { eventId } = await params
  const { locale } = await reader()
  const room = await roomOf(eventId)
  if (room === 'NOT_HERE') return <NotHere locale={locale} />
  const t = textOf(locale, 'room')
  const open = room.state !== 'OVER'
  return (
    <Page
      eyebrow={<span dir="auto">{room.eventName}</span>}
      title={open ? t('title') : t('overTitle')}
      lead={<p dir="auto">{t('visit', { count: room.visitNumber, community: room.communityName })}</p>}
      action={
        room.mayMeet ? (
          <ButtonLink wide tone={open ? 'primary' : 'quiet'} href={`/evening/${eventId}/pass`}>
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
            {...(open ? { present: t('present', { count: room.present }) } : {})}
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
      <WhomToMeet eventId={eventId} room={room} locale={locale} />
      {open && !room.introduced && (
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
          lead={t(room.meetings.length > 0 ? 'metLead' : open ? 'metEmpty' : 'overMetEmpty')}
        >
          {room.meetings.map((meeting) => (
            <MeetingEntry key={meeting.meetingId} eventId={eventId} meeting={meeting} undoable={room.mayMeet} locale={locale} />
          ))}
        </Section>
      )}
    </Page>
  )
}
