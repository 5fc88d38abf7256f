import type { Metadata } from 'next'
import { ownPath } from '@/domain/own-path'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { reader } from '@/trpc/server'
import { CodeForm } from './_components/code-form'
import { SignInForm } from './_components/sign-in-form'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'signIn')('title'), robots: { index: false } }
}

/** Asks for the address and then the code. What is wrong with a link or code is not told apart. */
export default async function SignInPage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}) {
  const [{ locale }, { next, callbackUrl: given, error }] = await Promise.all([reader(), searchParams])
  const t = textOf(locale, 'signIn')
  const callbackUrl = ownPath(given, `/welcome?next=${encodeURIComponent(ownPath(next, '/'))}`)
  const words = {
    email: t('email'),
    emailHint: t('emailHint'),
    send: t('send'),
    sending: t('sending'),
    sent: t('sent'),
    again: t('again'),
    noMail: t('noMail'),
    anew: t('anew'),
    code: t('code'),
    codeHint: t('codeHint'),
    signIn: t('signIn'),
  }
  return (
    <Page title={t('title')} lead={t('lead')}>
      {error !== undefined && <Notice tone="error">{t('failed')}</Notice>}
      <SignInForm words={words} callbackUrl={callbackUrl} />
      <details className="border-t border-line pt-2" open={error !== undefined}>
        <summary className="inline-flex min-h-[max(2.75rem,44px)] items-center underline underline-offset-4">{t('haveCode')}</summary>
        <div className="pt-4">
          <CodeForm words={words} callbackUrl={callbackUrl} />
        </div>
      </details>
    </Page>
  )
}
