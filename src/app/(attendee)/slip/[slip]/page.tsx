import type { Metadata } from 'next'
import { InlineForm } from '@/app/(attendee)/_components/inline-form'
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
export default async function SlipPage({ params }: Props) {
  const { slip } = await params
  const { viewer, locale } = await reader()
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
  const proved = viewer !== null && !viewer.doorGuest
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
        {proved ? (
          <InlineForm action={keep.bind(null, slip)} className="grid justify-items-start gap-4">
            <p dir="auto">{t('as', { name: viewer.name || 'none' })}</p>
            <SubmitButton pending={t('keeping')}>{t('keep')}</SubmitButton>
          </InlineForm>
        ) : (
          <div className="grid justify-items-start gap-4">
            <p className="max-w-measure text-muted">{t('signInText')}</p>
            <ButtonLink tone={found.self ? 'quiet' : 'primary'} href={`/sign-in?next=${encodeURIComponent(`/slip/${slip}`)}`}>
              {t('signIn')}
            </ButtonLink>
          </div>
        )}
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
