import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { FaultWords } from '@/components/ui/fault-words'
import { localeOf, textOf } from '@/text/translator'
import { ForgetOldRoster } from './_components/forget-old-roster'
import { fontClasses } from './fonts'
import './globals.css'

/** The document. It asks the database nothing, so that the error page stands when the database does not. */
async function pageLocale() {
  return localeOf((await headers()).get('accept-language'))
}

export async function generateMetadata(): Promise<Metadata> {
  const t = textOf(await pageLocale(), 'ui')
  const name = t('appName')
  return {
    title: { default: name, template: `%s · ${name}` },
    description: t('description'),
    icons: { apple: '/icons/apple-180.png', icon: '/icons/icon-192.png' },
    // Public pages say otherwise.
    robots: { index: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf6ec' },
    { media: '(prefers-color-scheme: dark)', color: '#1b1714' },
  ],
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const locale = await pageLocale()
  const t = textOf(locale, 'ui')
  return (
    <html lang={locale} className={fontClasses}>
      <body>
        <a
          href="#main"
          className="absolute top-2 left-2 z-10 -translate-y-24 bg-ink px-4 py-3 font-semibold text-paper focus:translate-y-0"
        >
          {t('skip')}
        </a>
        <ForgetOldRoster />
        <FaultWords
          title={t('fault.title')}
          text={t('fault.text')}
          retry={t('fault.retry')}
          home={t('fault.home')}
          offlineTitle={t('fault.offlineTitle')}
          offlineText={t('fault.offlineText')}
          notSent={t('fault.notSent')}
          noAnswer={t('fault.noAnswer')}
        >
          {children}
        </FaultWords>
      </body>
    </html>
  )
}
