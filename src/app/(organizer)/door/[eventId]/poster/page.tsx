import type { Metadata } from 'next'
import Link from 'next/link'
import { classes } from '@/components/ui/classes'
import { Page } from '@/components/ui/page'
import { QrCode } from '@/components/ui/qr-code'
import { textOf, type Locale } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ask } from '../../../_lib/ask'
import { eveningSpan } from '../../../_lib/when'
import { Unreachable } from '../_components/unreachable'
import { ChangePoster, SwitchToPoster } from './_components/door-choice'
import { PrintButton } from './_components/print-button'
import './poster.css'

interface Props {
  readonly params: Promise<{ eventId: string }>
}

async function find({ params }: Props) {
  const { eventId } = await params
  const caller = await api()
  const poster = await ask(caller.event.poster({ eventId }), `/door/${eventId}/poster`)
  return { eventId, poster }
}

type Poster = Awaited<ReturnType<typeof find>>['poster']

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { poster } = await find(props)
  const { locale } = await reader()
  return { title: `${textOf(locale, 'poster')('title')}: ${poster.eventName}` }
}

/** The printed door code, one page; or, while the code changes on a screen, why there is none. */
export default async function PosterPage(props: Props) {
  const { eventId, poster } = await find(props)
  const { locale } = await reader()
  const t = textOf(locale, 'poster')
  const back = (
    <Link prefetch={false} href={`/door/${eventId}`} className="link inline-block py-3">
      {t('toScreen')}
    </Link>
  )
  const span = <span dir="auto">{`${poster.eventName} · ${eveningSpan(poster, locale)}`}</span>
  if (!poster.qr) {
    const rotating = poster.doorMode === 'ROTATING' && poster.door !== 'OVER' && poster.door !== 'CANCELLED'
    return (
      <Page title={t(rotating ? 'rotatingTitle' : 'title')} eyebrow={back} lead={span}>
        <p className="max-w-measure">{t(rotating ? 'rotatingText' : 'closed')}</p>
        {poster.mayChoose && <SwitchToPoster eventId={eventId} locale={locale} />}
      </Page>
    )
  }
  return (
    <main id="main" tabIndex={-1} className="poster-page mx-auto grid w-full max-w-narrow gap-8 px-5 pt-8 pb-12 outline-none">
      <header className="poster-aside grid gap-3">
        <p className="text-small font-medium text-muted">{back}</p>
        <p className="text-title font-display">{t('title')}</p>
        <p className="max-w-measure text-muted">{t('printLead')}</p>
        <Unreachable reach={poster.reach} url={poster.publicUrl} better={poster.betterUrl} locale={locale} />
        <div>
          <PrintButton>{t('print')}</PrintButton>
        </div>
      </header>
      <Sheet poster={poster} qr={poster.qr} locale={locale} />
      {poster.mayChoose && (
        <aside className="poster-aside grid gap-3">
          <p className="max-w-measure text-muted">{t('gives')}</p>
          <ChangePoster eventId={eventId} locale={locale} />
        </aside>
      )}
    </main>
  )
}

/** Names of up to a line and a half stand large; long ones give way. In print they are measured in paper. */
function nameSize(name: string): string {
  if (name.length <= 30) return 'text-[2.2rem] print:text-[15mm]'
  return name.length <= 70 ? 'text-[1.7rem] print:text-[10mm]' : 'text-[1.3rem] print:text-[7mm]'
}

function Sheet({ poster, qr, locale }: { readonly poster: Poster; readonly qr: NonNullable<Poster['qr']>; readonly locale: Locale }) {
  const t = textOf(locale, 'poster')
  const host = [poster.communityName, poster.venueName].filter((part) => part !== '' && part !== poster.eventName)
  return (
    <section className="poster-sheet flex flex-col items-stretch justify-between gap-6 print:gap-[6mm]">
      <div className="grid gap-2">
        <h1 dir="auto" className={classes('leading-[1.05] text-balance', nameSize(poster.eventName))}>
          {poster.eventName}
        </h1>
        <p dir="auto" className="print:text-[5mm]">
          {[...host, eveningSpan(poster, locale)].join(' · ')}
        </p>
      </div>
      <div className="grid gap-3">
        <p className="font-display text-[1.6rem] leading-tight font-semibold text-balance print:text-[11mm]">{t('point')}</p>
        <div className="poster-code">
          <QrCode drawing={qr} title={t('qr')} />
        </div>
        <p className="text-balance print:text-[6.5mm] print:leading-[1.25]">
          {t('what')} <strong>{t('noApp')}</strong>
        </p>
      </div>
      <p className="text-small print:text-[4.5mm]">{t('help')}</p>
    </section>
  )
}
