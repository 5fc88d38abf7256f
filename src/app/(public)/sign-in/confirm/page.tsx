import type { Metadata } from 'next'
import { ownPath } from '@/domain/own-path'
import { Button, ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { reader } from '@/trpc/server'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'signIn')('confirm.pageTitle'), robots: { index: false } }
}

/** Where the mailed link leads. Opening it signs nobody in, since mail scanners open links; the button does. */
export default async function ConfirmPage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}) {
  const [{ locale }, { token, next }] = await Promise.all([reader(), searchParams])
  const t = textOf(locale, 'signIn')
  if (typeof token !== 'string' || token === '') {
    return (
      <Page
        title={t('confirm.brokenTitle')}
        lead={t('confirm.broken')}
        action={<ButtonLink href="/sign-in">{t('confirm.askAgain')}</ButtonLink>}
      />
    )
  }
  return (
    <Page title={t('confirm.title')} lead={t('confirm.lead')}>
      <form method="post" action="/api/auth/callback/email" className="mt-auto sm:mt-0">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="callbackUrl" value={`/welcome?next=${encodeURIComponent(ownPath(next, '/'))}`} />
        <div className="thumb-bar">
          <Button>{t('signIn')}</Button>
        </div>
      </form>
    </Page>
  )
}
