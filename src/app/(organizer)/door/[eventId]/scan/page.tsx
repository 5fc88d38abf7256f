import type { Metadata } from 'next'
import { messagesOf, textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ask } from '../../../_lib/ask'
import { ScanDesk } from './_components/scan-desk'
import './scan.css'

interface Props {
  readonly params: Promise<{ eventId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'scan')('title'), robots: { index: false } }
}

/**
 * The host's scanner. It is kept on the device as it is served here, so it names nobody: the list of names
 * comes by itself and lies elsewhere.
 */
export default async function ScanPage({ params }: Props) {
  const { eventId } = await params
  const evening = await ask((await api()).scanner.evening({ eventId }), `/door/${eventId}/scan`)
  const { locale } = await reader()
  const { refusals, notHost, undelivered } = messagesOf(locale, 'scanner')
  return (
    <>
      <meta name="keep-until" content={evening.keepUntil.toISOString()} />
      <ScanDesk
        evening={{ eventId, name: evening.name, timeZone: evening.timeZone }}
        locale={locale}
        words={{ scan: messagesOf(locale, 'scan'), sentences: { refusals, notHost, undelivered } }}
      />
    </>
  )
}
