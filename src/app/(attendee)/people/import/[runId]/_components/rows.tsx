import Link from 'next/link'
import { Section } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'
import type { ImportShown } from './choices'

const DECISIONS = ['ADD', 'UPDATE', 'SAME', 'SKIP', 'REFUSED'] as const
export type Decision = (typeof DECISIONS)[number]

type Line = ImportShown['lines'][number]

function said({ decision, changes, joins, problem }: Line, t: ReturnType<typeof textOf<'imports'>>): string {
  if (decision === 'REFUSED') return problem ?? t('row.REFUSED')
  if (decision === 'SKIP') return joins === null ? t('row.SKIPPED') : t('row.SKIP', { joins })
  if (decision === 'UPDATE') return changes.length === 0 ? t('updated') : t('row.UPDATE', { what: changes.map((change) => t(`changes.${change}`)).join(', ') })
  return t(`row.${decision}`)
}

/** What each row does, or did, with its line in the file. */
export function Rows({ run, decision, page, locale }: { readonly run: ImportShown; readonly decision: Decision | null; readonly page: number; readonly locale: Locale }) {
  const t = textOf(locale, 'imports')
  const here = (wanted: Decision | null, to = 1) => `/people/import/${run.id}?${new URLSearchParams({ ...(wanted ? { show: wanted } : {}), page: String(to) }).toString()}#rows`
  const total = decision ? run.counts[decision] : run.rows
  const way = 'inline-flex min-h-[max(2.75rem,44px)] items-center underline decoration-line decoration-2 underline-offset-6 aria-[current]:font-semibold aria-[current]:decoration-accent'
  return (
    <Section id="rows" title={t('rowsTitle')}>
      <nav aria-label={t('filter')}>
        <ul className="flex flex-wrap gap-x-5">
          <li>
            <Link prefetch={false} href={here(null)} aria-current={decision === null ? 'true' : undefined} className={way}>
              {t('decisions.all', { count: run.rows })}
            </Link>
          </li>
          {DECISIONS.filter((one) => run.counts[one] > 0).map((one) => (
            <li key={one}>
              <Link prefetch={false} href={here(one)} aria-current={decision === one ? 'true' : undefined} className={way}>
                {t(`decisions.${one}`, { count: run.counts[one] })}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ol className="grid">
        {run.lines.map((line) => (
          <li key={line.line} className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 border-t border-line py-2 sm:grid-cols-[1fr_1fr_6rem]">
            <span dir="auto" className="col-span-2 font-medium wrap-anywhere sm:col-span-1">
              {line.contactId ? (
                <Link prefetch={false} href={`/people/${line.contactId}`} className="link inline-flex min-h-[max(2.75rem,44px)] items-center">
                  {line.name}
                </Link>
              ) : (
                line.name
              )}
            </span>
            <span className="wrap-anywhere">
              {said(line, t)}
              {line.values.length > 0 && <bdi className="block text-small text-muted">{line.values.join(' · ')}</bdi>}
              {line.noAddress.length > 0 && <span className="block text-small">{t('noAddress', { what: line.noAddress.join(', ') })}</span>}
            </span>
            <span className="text-end text-small text-muted tabular-nums">{t('line', { line: line.line })}</span>
          </li>
        ))}
      </ol>
      <div className="flex gap-x-6">
        {page > 1 && (
          <Link prefetch={false} href={here(decision, page - 1)} className={way}>
            {t('previous')}
          </Link>
        )}
        {page * run.pageSize < total && (
          <Link prefetch={false} href={here(decision, page + 1)} className={way}>
            {t('next')}
          </Link>
        )}
      </div>
    </Section>
  )
}
