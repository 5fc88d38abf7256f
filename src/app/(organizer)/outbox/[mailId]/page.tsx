import type { Metadata } from 'next'
import Link from 'next/link'
import { InlineForm } from '@/components/ui/inline-form'
import { Page, Section } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ask } from '../../_lib/ask'
import { momentWithZone } from '../../_lib/when'
import { retry, stop } from '../_actions'

interface Place {
  readonly params: Promise<{ mailId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'mail')('outbox.title') }
}

/** One mail in words, for the operator: without private notes, drafts and sign-in secrets. */
export default async function OutboxMailPage({ params }: Place) {
  const [caller, { locale }, { mailId }] = await Promise.all([api(), reader(), params])
  const mail = await ask(caller.mail.read({ mailId }), `/outbox/${mailId}`)
  const t = textOf(locale, 'mail')
  const facts = [
    [t('outbox.recipient'), mail.recipient],
    [t('outbox.state'), t(`outbox.states.${mail.state}`)],
    [t('outbox.queuedAt'), momentWithZone(mail.queuedAt, locale)],
    [t('outbox.dueAt'), momentWithZone(mail.dueAt, locale)],
    [t('outbox.attempts'), String(mail.attempts)],
    [t('outbox.reason'), mail.lastError ?? ''],
    [t('outbox.subject'), mail.subject ?? ''],
  ].filter(([, value]) => value !== '')
  return (
    <Page
      title={t(`outbox.kinds.${mail.kind}`)}
      eyebrow={
        <Link prefetch={false} href="/outbox" className="underline underline-offset-4">
          {t('outbox.back')}
        </Link>
      }
    >
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        {facts.map(([label, value]) => (
          <div key={label} className="grid gap-0 sm:col-span-2 sm:grid-cols-subgrid">
            <dt className="text-muted">{label}</dt>
            <dd dir="auto" className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {mail.state === 'QUEUED' ? (
        <InlineForm action={stop}>
          <input type="hidden" name="mailId" value={mail.id} />
          <SubmitButton pending={t('outbox.working')} tone="quiet">
            {t('outbox.stop')}
          </SubmitButton>
        </InlineForm>
      ) : null}
      {mail.kind !== 'SIGN_IN' && (mail.state === 'FAILED' || mail.state === 'UNKNOWN') ? (
        <InlineForm action={retry} className="grid gap-3">
          <input type="hidden" name="mailId" value={mail.id} />
          {mail.state === 'UNKNOWN' ? (
            <label className="flex min-h-11 items-center gap-3">
              <input type="checkbox" name="sure" value="yes" className="size-6 shrink-0 accent-accent" />
              {t('outbox.sure')}
            </label>
          ) : null}
          <SubmitButton pending={t('outbox.working')} tone="quiet">
            {t('outbox.retry')}
          </SubmitButton>
        </InlineForm>
      ) : null}
      <Section id="words" title={t('outbox.textOf')}>
        {mail.text === null ? (
          <p>{mail.kind === 'SIGN_IN' ? t('outbox.secret') : t('outbox.nothingToSay')}</p>
        ) : (
          <pre dir="auto" className="max-w-measure font-sans whitespace-pre-wrap [overflow-wrap:anywhere]">
            {mail.text}
          </pre>
        )}
      </Section>
    </Page>
  )
}
