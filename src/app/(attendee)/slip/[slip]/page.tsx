import type { Metadata } from 'next'
import { InlineForm } from '@/components/ui/inline-form'
import { ButtonLink } from '@/components/ui/button'
import { Page, Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { randomText } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { refusalOf, type Refusal } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'
import { keep, startTonight } from './_actions'

interface Props {
  readonly params: Promise<{ slip: string }>
  readonly searchParams: Promise<{ own?: string | string[] }>
}

type Slip = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['slip']['open']>>

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'slip')('title'), robots: { index: false } }
}

async function find(slip: string, locale: Locale): Promise<Refusal | Slip> {
  try {
    return await (await api()).slip.open({ token: slip })
  } catch (error) {
    return refusalOf(error, locale)
  }
}

/** What somebody whom a host wrote down opens with their own phone. Opening it changes nothing. */
export default async function SlipPage({ params, searchParams }: Props) {
  const [{ slip }, { own: brought }] = await Promise.all([params, searchParams])
  const { locale } = await reader()
  const t = textOf(locale, 'slip')
  const found = await find(slip, locale)
  if ('message' in found) {
    return (
      <Page
        title={t('refusedTitle')}
        lead={found.message}
        action={
          <ButtonLink tone="quiet" href="/">
            {t('home')}
          </ButtonLink>
        }
      />
    )
  }
  return (
    <Page
      title={t('hello', { name: found.name || 'none' })}
      lead={
        <ul>
          {found.visits.map(({ at, eventName, timeZone }) => (
            <li key={at.toISOString()} dir="auto">
              {t('visit', {
                event: eventName,
                date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(at),
              })}
            </li>
          ))}
        </ul>
      }
    >
      <p className="max-w-measure">{t('lead')}</p>
      {found.self && (
        <div className="grid justify-items-start gap-4">
          <p>{t('self')}</p>
          {found.eveningId && <ButtonLink href={`/evening/${found.eveningId}`}>{t('goOn')}</ButtonLink>}
        </div>
      )}
      <Section id="keep" title={t('keepTitle')} lead={t('keepText')}>
        <Keeping slip={slip} own={found.own ?? (typeof brought === 'string' ? brought : null)} keepBy={found.keepBy} self={found.self} />
      </Section>
      {found.usable && (
        <Section id="tonight" title={t('tonightTitle')} lead={t('tonightText')}>
          <InlineForm action={startTonight.bind(null, slip)} className="grid justify-items-start gap-4">
            <input type="hidden" name="nonce" value={randomText(24)} />
            <SubmitButton tone="quiet" pending={t('starting')}>
              {t('tonight')}
            </SubmitButton>
          </InlineForm>
        </Section>
      )}
    </Page>
  )
}

interface KeepingProps {
  readonly slip: string
  /** What the phone that is in use as this guest brings along, before signing in and after it. */
  readonly own: string | null
  readonly keepBy: Slip['keepBy']
  readonly self: boolean
}

/** How this evening is kept by whoever looks: at once, after signing in, or not by this slip. */
async function Keeping({ slip, own, keepBy, self }: KeepingProps) {
  const { viewer, locale } = await reader()
  const t = textOf(locale, 'slip')
  if (keepBy === 'PHONE' && own === null) return <p className="max-w-measure">{t('byPhone')}</p>
  if (viewer !== null && !viewer.doorGuest) {
    // Their address being another, nothing of it stands on their own page.
    if (keepBy === 'ADDRESS') return <p className="max-w-measure">{t('byAddress')}</p>
    return (
      <InlineForm action={keep.bind(null, slip, own)} className="grid justify-items-start gap-4">
        <p dir="auto">{t('as', { name: viewer.name || 'none' })}</p>
        <SubmitButton pending={t('keeping')}>{t('keep')}</SubmitButton>
      </InlineForm>
    )
  }
  const way = keepBy === 'ADDRESS' ? t('byAddress') : own === null ? t('signInText') : t('signInSelf')
  const back = `/slip/${slip}${own === null ? '' : `?own=${encodeURIComponent(own)}`}`
  return (
    <div className="grid justify-items-start gap-4">
      <p className="max-w-measure text-muted">{way}</p>
      <ButtonLink tone={self ? 'quiet' : 'primary'} href={`/sign-in?next=${encodeURIComponent(back)}`}>
        {t('signIn')}
      </ButtonLink>
    </div>
  )
}
