import type { Metadata } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ask } from '../_lib/ask'
import { momentWithZone } from '../_lib/when'
import { Bounced, Counts } from './_components/state-of-mail'

const STATES = ['QUEUED', 'SENDING', 'SENT', 'FAILED', 'SUPPRESSED', 'UNKNOWN'] as const
const KINDS = ['SIGN_IN', 'EVENT', 'MORNING_AFTER', 'DIGEST', 'INTRODUCTION', 'ANNOUNCEMENT'] as const

interface Place {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'mail')('outbox.title') }
}

/** The operator's list of mail that has not gone out, or of what the address asks for, and why. */
export default async function OutboxPage({ searchParams }: Place) {
  const [caller, { locale }, asked] = await Promise.all([api(), reader(), searchParams])
  const filter = {
    state: STATES.find((state) => state === asked['state']),
    kind: KINDS.find((kind) => kind === asked['kind']),
  }
  const { canSend, mails, counts, oldestDueAt, bounced } = await ask(caller.mail.outbox(filter), '/outbox')
  const t = textOf(locale, 'mail')
  return (
    <Page title={t('outbox.title')} lead={t('outbox.intro')} wide>
      {canSend ? null : <Notice tone="warn">{t('outbox.noServer')}</Notice>}
      <Counts counts={counts} oldestDueAt={oldestDueAt} locale={locale} />
      {mails.length === 0 ? (
        <EmptyState title={t('outbox.empty')} />
      ) : (
        <DataTable
          stacked
          caption={t('outbox.title')}
          rows={mails}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'recipient',
              header: t('outbox.recipient'),
              cell: ({ id, recipient }) => (
                <Link prefetch={false} href={`/outbox/${id}`} className="link inline-block py-1">
                  {recipient}
                </Link>
              ),
            },
            { key: 'kind', header: t('outbox.kind'), cell: ({ kind }) => t(`outbox.kinds.${kind}`) },
            { key: 'state', header: t('outbox.state'), cell: ({ state }) => t(`outbox.states.${state}`) },
            { key: 'queued', header: t('outbox.queuedAt'), cell: ({ queuedAt }) => momentWithZone(queuedAt, locale) },
            { key: 'due', header: t('outbox.dueAt'), cell: ({ dueAt }) => momentWithZone(dueAt, locale) },
            { key: 'attempts', header: t('outbox.attempts'), cell: ({ attempts }) => attempts, numeric: true },
            { key: 'reason', header: t('outbox.reason'), cell: ({ lastError }) => lastError ?? '' },
          ]}
        />
      )}
      <Bounced bounced={bounced} locale={locale} />
    </Page>
  )
}
