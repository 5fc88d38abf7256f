import type { Metadata, Viewport } from 'next'
import Link from 'next/link'
import { classes } from '@/components/ui/classes'
import { textOf, type Locale } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ask } from '../../_lib/ask'
import { clockTime, day } from '../../_lib/when'
import { DoorLive } from './_components/door-live'
import './door-screen.css'

interface Props {
  readonly params: Promise<{ eventId: string }>
}

async function find({ params }: Props) {
  const { eventId } = await params
  const caller = await api()
  const screen = await ask(caller.event.doorScreen({ eventId }), `/door/${eventId}`)
  return { eventId, screen }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { screen } = await find(props)
  return { title: screen.eventName }
}

export const viewport: Viewport = { themeColor: '#141110', colorScheme: 'dark' }

/** Names of up to a line stand as large as the screen allows; long ones give way. */
function nameSize(name: string): string {
  if (name.length <= 26) return 'text-[clamp(2.5rem,9.5vmin,6.5rem)]'
  return name.length <= 60 ? 'text-[clamp(2rem,6.5vmin,4.5rem)]' : 'text-[clamp(1.6rem,4.4vmin,3rem)]'
}

/** What a phone's camera is pointed at: the event's name, the door code, and how many are in. */
export default async function DoorPage(props: Props) {
  const { eventId, screen } = await find(props)
  const { locale } = await reader()
  const t = textOf(locale, 'doorScreen')
  const opens = new Date(screen.startsAt.getTime() - screen.opensBeforeMs)
  const time = `${day(opens, screen.timeZone, locale)}, ${clockTime(opens, screen.timeZone, locale)}`
  return (
    <main id="main" tabIndex={-1} className="door-screen bg-paper text-ink outline-none">
      <header className="door-name grid content-end gap-2">
        <p dir="auto" className="text-[clamp(1rem,2.4vmin,1.5rem)] text-muted">
          {[screen.communityName, screen.venueName].filter((part) => part !== '' && part !== screen.eventName).join(' · ')}
        </p>
        <h1 dir="auto" className={classes('leading-[1.02] tracking-[-0.015em] text-balance', nameSize(screen.eventName))}>
          {screen.eventName}
        </h1>
      </header>
      <DoorLive
        eventId={eventId}
        first={{
          door: screen.door,
          code: screen.code && { qr: screen.code.qr },
          nextCodeInMs: screen.nextCodeInMs,
          arrivals: screen.arrivals,
        }}
        words={{
          qr: t('qr'),
          scan: t('scan'),
          noApp: t('noApp'),
          here: t('here'),
          came: t('came'),
          reconnecting: t('reconnecting'),
          EARLY: t('EARLY', { time }),
          OVER: t('OVER'),
          CANCELLED: t('CANCELLED'),
        }}
      />
      <footer className="door-foot grid gap-3 text-[clamp(0.95rem,1.9vmin,1.2rem)]">
        <Unreachable reach={screen.reach} url={screen.publicUrl} better={screen.betterUrl} locale={locale} />
        <Link prefetch={false} href={`/organize/${screen.communitySlug}`} className="justify-self-start py-1 text-muted underline decoration-1 underline-offset-4">
          {t('back', { community: screen.communityName })}
        </Link>
      </footer>
    </main>
  )
}

/** Says that phones cannot open the address that the code leads to, and how to mend it. */
function Unreachable({
  reach,
  url,
  better,
  locale,
}: {
  readonly reach: 'REACHABLE' | 'THIS_MACHINE' | 'LOCAL_NAME'
  readonly url: string
  readonly better: string
  readonly locale: Locale
}) {
  if (reach === 'REACHABLE') return null
  const t = textOf(locale, 'doorScreen')
  return (
    <p role="alert" className="flex gap-3 border-l-4 border-warn bg-raised px-4 py-3">
      <span aria-hidden="true" className="font-semibold text-warn">
        !
      </span>
      {t(reach === 'THIS_MACHINE' ? 'thisMachine' : 'localName', { url, better })}
    </p>
  )
}
