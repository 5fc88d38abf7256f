import Link from 'next/link'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { ask } from '../_lib/ask'

/** The operator's list of mail that has not gone out, and why. */
export default async function OutboxPage() {
  const [caller, { locale }] = await Promise.all([api(), reader()])
  const { canSend, mails } = await ask(caller.mail.outbox(), '/outbox')
  const t = textOf(locale, 'mail')
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  return (
    <Page title={t('outbox.title')} lead={t('outbox.intro')} wide>
      {canSend ? null : <Notice tone="warn">{t('outbox.noServer')}</Notice>}
      {mails.length === 0 ? (
        <EmptyState title={t('outbox.empty')} />
      ) : (
        <DataTable
          caption={t('outbox.title')}
          rows={mails}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'kind',
              header: t('outbox.kind'),
              cell: ({ id, kind }) => (
                <Link prefetch={false} href={`/outbox/${id}`} className="underline underline-offset-4">
                  {t(`outbox.kinds.${kind}`)}
                </Link>
              ),
            },
            { key: 'state', header: t('outbox.state'), cell: ({ state }) => t(`outbox.states.${state}`) },
            { key: 'queued', header: t('outbox.queuedAt'), cell: ({ queuedAt }) => time.format(queuedAt) },
            { key: 'due', header: t('outbox.dueAt'), cell: ({ dueAt }) => time.format(dueAt) },
            { key: 'attempts', header: t('outbox.attempts'), cell: ({ attempts }) => attempts, numeric: true },
            { key: 'reason', header: t('outbox.reason'), cell: ({ lastError }) => lastError ?? '' },
          ]}
        />
      )}
    </Page>
  )
}
