import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { textOf, type Locale } from '@/text/translator'
import { fieldsOf, listPath, SORTS, type ListQuery } from '../_lib/query'

/** How the list is ordered, and of whom it is: a plain form behind a summary that says what holds now. */
export function Filters({
  query,
  groups,
  tags,
  locale,
}: {
  readonly query: ListQuery
  readonly groups: readonly { readonly groupId: string; readonly name: string }[]
  readonly tags: readonly { readonly tag: string }[]
  readonly locale: Locale
}) {
  const t = textOf(locale, 'people')
  const said = [
    query.q === '' ? t(`sort.${query.sort}`) : t('sort.search'),
    query.due && t('onlyDue'),
    groups.find(({ groupId }) => groupId === query.group)?.name,
    query.tag && `#${query.tag}`,
  ].filter(Boolean)
  const { q, to } = fieldsOf(query)
  const narrowed = query.due || query.group !== '' || query.tag !== ''
  return (
    <div className="grid gap-1">
      <details>
        <summary className="fold-mark flex min-h-[max(2.75rem,44px)] items-center">
          <span dir="auto">{said.join(' · ')}</span>
        </summary>
        <form method="get" action="/people" className="grid gap-4 pt-2 pb-4 sm:grid-cols-2">
          {q && <input type="hidden" name="q" value={q} />}
          {to && <input type="hidden" name="to" value={to} />}
          {query.q === '' && (
            <Select name="sort" label={t('sortLabel')} defaultValue={query.sort} options={SORTS.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))} />
          )}
          {groups.length > 0 && (
            <Select
              name="group"
              label={t('group')}
              defaultValue={query.group}
              options={[{ value: '', label: t('everyGroup') }, ...groups.map(({ groupId, name }) => ({ value: groupId, label: name }))]}
            />
          )}
          {tags.length > 0 && (
            <Select
              name="tag"
              label={t('tag')}
              defaultValue={query.tag}
              options={[{ value: '', label: t('everyTag') }, ...tags.map(({ tag }) => ({ value: tag, label: tag }))]}
            />
          )}
          <label className="flex min-h-[max(2.75rem,44px)] items-center gap-3 self-end">
            <input type="checkbox" name="due" value="1" defaultChecked={query.due} className="size-6 shrink-0 accent-accent" />
            {t('onlyDue')}
          </label>
          <Button tone="quiet" className="justify-self-start">
            {t('show')}
          </Button>
        </form>
      </details>
      {narrowed && (
        <Link prefetch={false} href={listPath(query, { group: '', tag: '', due: false })} className="link inline-block justify-self-start py-2">
          {t('showAll')}
        </Link>
      )}
    </div>
  )
}
