import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { ProfileFields } from '@/app/(attendee)/_components/profile-fields'
import { ActionForm } from '@/components/ui/action-form'
import { Page } from '@/components/ui/page'
import { idPattern } from '@/domain/ids'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { saveHello } from './_actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'hello')('title') }
}

/** The first minute: what one is about, on one page, all of it optional and there again next time. */
export default async function HelloPage({ params }: { readonly params: Promise<{ readonly eventId: string }> }) {
  const [{ eventId }, { viewer, locale }] = await Promise.all([params, reader()])
  if (!idPattern('event').test(eventId)) notFound()
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(`/evening/${eventId}/hello`)}`)
  const caller = await api()
  const [profile, offered] = await Promise.all([caller.profile.mine(), caller.interest.offered()])
  const t = textOf(locale, 'hello')
  const known = profile.interests.length > 0 || [profile.ask, profile.offer, profile.starter].some((line) => line !== '')
  return (
    <Page title={t('title')} lead={t(known ? 'leadAgain' : 'lead')}>
      <ActionForm
        action={saveHello.bind(null, eventId)}
        submit={t('done')}
        pending={t('saving')}
        aside={
          <Link
            prefetch={false}
            href={`/evening/${eventId}`}
            className="link inline-flex min-h-[max(2.75rem,44px)] items-center"
          >
            {t('skip')}
          </Link>
        }
      >
        <ProfileFields profile={profile} offered={offered} locale={locale} />
      </ActionForm>
    </Page>
  )
}
