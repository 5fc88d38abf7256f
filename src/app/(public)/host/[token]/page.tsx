import type { Metadata } from 'next'
import { ActionForm } from '@/components/ui/action-form'
import { ButtonLink } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Page } from '@/components/ui/page'
import { randomText } from '@/server/lib/tokens'
import { dayAndHours } from '@/text/event-time'
import { textOf, type Locale } from '@/text/translator'
import { refusalOf, type Refusal } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'
import { accept } from './_actions'

interface Props {
  readonly params: Promise<{ token: string }>
}

type Invitation = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['hosting']['open']>>

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'hostLink')('title'), robots: { index: false } }
}

async function find(token: string, locale: Locale): Promise<Refusal | Invitation> {
  try {
    return await (await api()).hosting.open({ token })
  } catch (error) {
    return refusalOf(error, locale)
  }
}

/** What a host's link opens: what it asks of them, and one button. Opening it changes nothing. */
export default async function HostInvitationPage({ params }: Props) {
  const { token } = await params
  const { viewer, locale } = await reader()
  const t = textOf(locale, 'hostLink')
  const found = await find(token, locale)
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
  const { event, yours } = found
  return (
    <Page
      eyebrow={<span dir="auto">{event.communityName}</span>}
      title={t('question', { event: event.name })}
      lead={
        <>
          <p>{dayAndHours(locale, event)}</p>
          {event.venueName && <p dir="auto">{event.venueName}</p>}
        </>
      }
      action={yours && <ButtonLink href={`/door/${event.id}/scan`}>{t('goOn')}</ButtonLink>}
    >
      <p className="max-w-measure">{t('may')}</p>
      {yours ? (
        <p>{t('yours')}</p>
      ) : (
        <ActionForm action={accept.bind(null, token)} submit={t('accept')} pending={t('accepting')}>
          <input type="hidden" name="nonce" value={randomText(24)} />
          {viewer ? (
            <p dir="auto">{t('as', { name: viewer.name || 'none' })}</p>
          ) : (
            <Field name="name" label={t('name')} hint={t('nameHint')} autoComplete="name" required maxLength={200} />
          )}
        </ActionForm>
      )}
    </Page>
  )
}
