import type { Metadata } from 'next'
import { InlineForm } from '@/components/ui/inline-form'
import { ButtonLink } from '@/components/ui/button'
import { Page, ThumbBar } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf } from '@/text/translator'
import { refusalOf, type Refusal } from '@/trpc/refusal'
import { api, reader } from '@/trpc/server'
import { meet } from './_actions'

interface Props {
  readonly params: Promise<{ pass: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'pass')('question'), robots: { index: false } }
}

/** What a camera opens that has seen a pass: it asks, and only the button changes anything. */
export default async function ScannedPassPage({ params }: Props) {
  const { pass } = await params
  const { viewer, locale } = await reader()
  const t = textOf(locale, 'pass')
  if (!viewer) {
    return (
      <Page
        title={t('checkInTitle')}
        lead={t('checkIn')}
        action={
          <ButtonLink wide tone="quiet" href={`/sign-in?next=${encodeURIComponent(`/m/${pass}`)}`}>
            {t('signIn')}
          </ButtonLink>
        }
      />
    )
  }
  const found = await peek(pass)
  if ('message' in found) {
    const { eveningId } = await (await api()).home.ways()
    return (
      <Page
        title={t('refusedTitle')}
        lead={found.message}
        action={
          <ButtonLink wide tone="quiet" href={eveningId ? `/evening/${eveningId}` : '/'}>
            {t(eveningId ? 'toEvening' : 'home')}
          </ButtonLink>
        }
      />
    )
  }
  const name = found.name || textOf(locale, 'room')('nameless')
  return (
    <Page
      eyebrow={<span dir="auto">{t('at', { event: found.eventName })}</span>}
      title={name}
      lead={found.met ? t('already') : t('question')}
      action={
        found.met ? (
          <ButtonLink wide href={`/evening/${found.eventId}`}>
            {t('toEvening')}
          </ButtonLink>
        ) : undefined
      }
    >
      {!found.met && (
        <InlineForm action={meet} className="-mb-12 flex grow flex-col gap-6 sm:mb-0">
          <p className="max-w-measure text-muted">{t('yesLead')}</p>
          <input type="hidden" name="pass" value={pass} />
          <ThumbBar>
            <SubmitButton wide pending={textOf(locale, 'meeting')('sending')}>
              {t('yes')}
            </SubmitButton>
          </ThumbBar>
        </InlineForm>
      )}
    </Page>
  )

  async function peek(code: string): Promise<Refusal | Awaited<ReturnType<Caller['meeting']['peek']>>> {
    try {
      return await (await api()).meeting.peek({ pass: code })
    } catch (error) {
      return refusalOf(error, locale)
    }
  }
}

type Caller = Awaited<ReturnType<typeof api>>
