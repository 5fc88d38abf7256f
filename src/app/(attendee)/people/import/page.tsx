import type { Metadata } from 'next'
import Link from 'next/link'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Page, Section } from '@/components/ui/page'
import { FILE_MAX_MB, FILE_MAX_ROWS, FILE_PROBLEMS } from '@/domain/import/limits'
import { textOf } from '@/text/translator'
import { api, reader } from '@/trpc/server'
import { askPeople } from '../_lib/ask-people'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await reader()
  return { title: textOf(locale, 'imports')('title'), robots: { index: false } }
}

const LIMITS = { megabytes: FILE_MAX_MB, rows: FILE_MAX_ROWS }
const PROBLEMS = [...FILE_PROBLEMS, 'tooOften'] as const

/** Brings people in from a file, and takes all of one's own along. */
export default async function ImportPage({ searchParams }: { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }) {
  const { locale } = await reader()
  const runs = await askPeople((await api()).import.list(), '/people/import')
  const t = textOf(locale, 'imports')
  const said = (await searchParams)['problem']
  const problem = PROBLEMS.find((one) => one === said)
  return (
    <Page title={t('title')} lead={t('lead')}>
      <form method="post" action="/people/import/file" encType="multipart/form-data" className="grid gap-5">
        {problem && <Notice tone="error">{t(problem, { megabytes: LIMITS.megabytes, most: LIMITS.rows })}</Notice>}
        <div className="grid gap-1.5">
          <label htmlFor="file" className="font-semibold">
            {t('file')}
          </label>
          <p id="file-hint" className="text-small text-muted">
            {t('fileHint', LIMITS)}
          </p>
          <input
            id="file"
            name="file"
            type="file"
            required
            accept=".vcf,.vcard,.csv,.txt,text/vcard,text/csv"
            aria-describedby="file-hint"
            className="min-h-[max(2.75rem,44px)] w-full border-b-2 border-edge bg-raised px-3 py-2 file:me-3 file:min-h-[max(2.75rem,44px)] file:rounded-[999px] file:border file:border-solid file:border-edge file:bg-transparent file:px-4 file:font-semibold file:text-ink"
          />
        </div>
        <div className="thumb-bar">
          <Button>{t('look')}</Button>
        </div>
      </form>
      <Section id="how" title={t('howTitle')}>
        <ul className="grid list-disc gap-1 pl-5">
          {(['howApple', 'howGoogle', 'howLinkedIn', 'howOther'] as const).map((how) => (
            <li key={how}>{t(how)}</li>
          ))}
        </ul>
      </Section>
      {runs.length > 0 && (
        <Section id="earlier" title={t('earlier')}>
          <ul className="grid">
            {runs.map((run) => (
              <li key={run.id} className="flex flex-wrap items-baseline gap-x-4">
                <Link prefetch={false} href={`/people/import/${run.id}`} dir="auto" className="link inline-flex min-h-[max(2.75rem,44px)] items-center wrap-anywhere">
                  {run.fileName || t(`formats.${run.format}`)}
                </Link>
                <span className="text-small text-muted">{t(`states.${run.state}`)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="export" title={t('exportTitle')} lead={t('exportHint')}>
        <div className="flex flex-wrap gap-3">
          <a href="/people/contacts.vcf" className={buttonClass({ tone: 'quiet' })}>
            {t('exportVcf')}
          </a>
          <a href="/people/contacts.vcf?notes=1" className={buttonClass({ tone: 'quiet' })}>
            {t('exportVcfNotes')}
          </a>
          <a href="/people/contacts.csv" className={buttonClass({ tone: 'quiet' })}>
            {t('exportCsv')}
          </a>
        </div>
        <p>
          <Link prefetch={false} href="/people/duplicates" className="link inline-flex min-h-[max(2.75rem,44px)] items-center">
            {t('duplicates')}
          </Link>
        </p>
      </Section>
    </Page>
  )
}
