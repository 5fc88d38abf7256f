import type { Metadata, Viewport } from 'next'
import Link from 'next/link'
import { classes } from '@/components/ui/classes'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { askInTime } from '../../_lib/ask'
import { clockTime, day } from '../../_lib/when'
import { DoorLive } from './_components/door-live'
import { NotNow } from './_components/not-now'
import { ScreenTools } from './_components/screen-tools'
import { Unreachable } from './_components/unreachable'
import './door-screen.css'

interface Props {
  readonly params: Promise<{ eventId: string }>
}

async function find({ params }: Props) {
  const { eventId } = await params
  const caller = await api()
  return { eventId, asked: await askInTime(caller.event.doorScreen({ eventId }), `/door/${eventId}`) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { asked } = await find(props)
  return 'refusal' in asked ? {} : { title: asked.answer.eventName }
}

export const viewport: Viewport = { themeColor: '#141110', colorScheme: 'dark' }

/** Stands for the number of seconds, which the screen counts by itself. */
const GAP = '\u0000'

/** What stands before and after the number. */
function around(sentence: string): readonly [string, string] {
  const [before = '', after = ''] = sentence.split(GAP)
  return [before.trim(), after.trim()]
}

/** Names of up to a line stand as large as the screen allows; long ones give way. */
function nameSize(name: string): string {
  if (name.length <= 26) return 'text-[clamp(2.5rem,9.5vmin,6.5rem)]'
  return name.length <= 60 ? 'text-[clamp(2rem,6.5vmin,4.5rem)]' : 'text-[clamp(1.6rem,4.4vmin,3rem)]'
}

/** What a phone's camera is pointed at: the event's name, the door code, and how many are in. */
export default async function DoorPage(props: Props) {
  const { eventId, asked } = await find(props)
  const { locale } = await reader()
  if ('refusal' in asked) return <NotNow refusal={asked.refusal} locale={locale} />
  const screen = asked.answer
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
          mode: screen.mode,
          code: screen.code,
          nextCodeInMs: screen.nextCodeInMs,
          shownForMs: screen.shownForMs,
          nextLookInMs: screen.nextLookInMs,
          arrivals: screen.arrivals,
        }}
        words={{
          qr: t('qr'),
          scan: t('scan'),
          noApp: t('noApp'),
          here: t('here'),
          came: t('came'),
          nextCode: around(t('nextCode', { seconds: GAP })),
          lastCode: around(t('lastCode', { seconds: GAP })),
          lost: t('lost'),
          lostCode: t('lostCode'),
          lostPoster: t('lostPoster'),
          leaveOpen: t('leaveOpen'),
          EARLY: t('EARLY', { time }),
          OVER: t('OVER'),
          CANCELLED: t('CANCELLED'),
        }}
      />
      <footer className="door-foot text-[clamp(0.95rem,1.9vmin,1.2rem)]">
        <details className="door-hosts">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-muted underline decoration-1 underline-offset-4">
            {t(screen.reach === 'REACHABLE' ? 'hosts' : 'hostsLook')}
          </summary>
          <div className="grid gap-3 pt-2">
            <Unreachable reach={screen.reach} url={screen.publicUrl} better={screen.betterUrl} locale={locale} />
            <ScreenTools words={{ enter: t('enterFull'), leave: t('leaveFull'), stayOn: t('stayOn') }} />
            <nav aria-label={t('hosts')} className="flex flex-wrap items-center gap-x-6 gap-y-2">
              {ways(screen, eventId, t).map(({ href, label }) => (
                <Link key={href} prefetch={false} href={href} className="inline-flex min-h-11 items-center text-muted underline decoration-1 underline-offset-4">
                  {label}
                </Link>
              ))}
            </nav>
          </div>
        </details>
      </footer>
    </main>
  )
}

type Screen = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['event']['doorScreen']>>

/** Where one can go from the door: only to what this person may open, and the way back last. */
function ways(screen: Screen, eventId: string, t: ReturnType<typeof textOf<'doorScreen'>>) {
  const { may, communitySlug: slug, communityName: community } = screen
  const base = `/organize/${slug}`
  return [
    { href: `/door/${eventId}/scan`, label: t('scanner'), allowed: may.includes('letIn') },
    { href: `/door/${eventId}/badges`, label: t('badges'), allowed: may.includes('readNames') },
    { href: `/door/${eventId}/poster`, label: t('poster'), allowed: true },
    { href: `${base}/events/${eventId}/room`, label: t('room'), allowed: may.includes('watchRoom') },
    // A host for the night may open none of the organizers' pages.
    { href: base, label: t('back', { community }), allowed: may.includes('watchRoom') },
  ].filter(({ allowed }) => allowed)
}
