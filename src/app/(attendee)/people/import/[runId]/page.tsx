import type { Metadata } from 'next'
import { Page } from '@/components/ui/page'
import { isolated } from '@/text/isolated'
import { textOf, type Locale } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { askPeople } from '../../_lib/ask-people'
import { pageOf, type SearchParams } from '../../_lib/query'
import { Choices, type ImportShown } from './_components/choices'
import { Rows, type Decision } from './_components/rows'
import { Standing } from './_components/standing'

interface Place {
  readonly params: Promise<{ runId: string }>
  readonly searchParams: SearchParams
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'imports')('title'), robots: { index: false } }
}

const SHOWN: readonly Decision[] = ['ADD', 'UPDATE', 'SAME', 'SKIP', 'REFUSED']

/** What a file does, without what it does not: '73 new, 2 left out'. */
function summary({ counts }: ImportShown, locale: Locale): string {
  const t = textOf(locale, 'imports')
  const said = (['ADD', 'UPDATE', 'SAME', 'REFUSED'] as const).filter((one) => counts[one] > 0)
  return said.map((one) => t(`summary.${one}`, { count: counts[one] })).join(', ') || t('summary.nobody')
}

/** One file: what it would do, how far it is, or what it did. */
export default async function ImportRunPage({ params, searchParams }: Place) {
  const { locale } = await reader()
  const [{ runId }, query] = await Promise.all([params, searchParams])
  const decision = SHOWN.find((one) => one === query['show']) ?? null
  const page = pageOf(query['page'])
  const run = await askPeople((await api()).import.show({ runId, decision, page }), `/people/import/${runId}`)
  const t = textOf(locale, 'imports')
  const leftOut = run.choices.columns.filter(({ target, header }) => target === 'NONE' && header.trim() !== '').map(({ header }) => `“${isolated(header)}”`)
  const title = { PREVIEW: summary(run, locale), RUNNING: t('runningTitle'), DONE: summary(run, locale), FAILED: t('failedTitle'), UNDONE: t('undoneTitle') }[run.state]
  return (
    <Page
      eyebrow={t('of', { format: t(`formats.${run.format}`), fileName: run.fileName })}
      title={title}
      lead={run.state === 'PREVIEW' && (run.counts.ADD + run.counts.UPDATE > 0 || run.choices.groupId !== null) ? t('previewLead') : undefined}
    >
      <Standing run={run} locale={locale} />
      {run.state === 'PREVIEW' && leftOut.length > 0 && <p className="max-w-measure wrap-anywhere">{t('columnsLeftOut', { columns: leftOut.join(', ') })}</p>}
      {run.state === 'PREVIEW' && <Choices run={run} locale={locale} />}
      {(run.state === 'PREVIEW' || run.state === 'DONE') && run.lines.length > 0 && <Rows run={run} decision={decision} page={page} locale={locale} />}
    </Page>
  )
}
