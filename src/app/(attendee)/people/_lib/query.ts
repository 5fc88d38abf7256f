import { idPattern } from '@/domain/ids'

/** What a page's address asks for, each name once. */
export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>
type Params = Awaited<SearchParams>

/** One value of an address; empty where it is missing or stands there twice. */
export function one(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** A page's number from an address, from 1. */
export function pageOf(value: string | string[] | undefined): number {
  const page = Number(one(value))
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}

/** How the list can be ordered, the usual way first. */
export const SORTS = ['due', 'name', 'silence', 'recent'] as const

/** What the list shows; all of it stands in the address. */
export interface ListQuery {
  readonly q: string
  readonly sort: (typeof SORTS)[number]
  readonly group: string
  readonly tag: string
  readonly due: boolean
  /** The group into which several are to be put; empty: none, and no boxes to tick. */
  readonly to: string
  readonly page: number
}

const groupIn = (value: string) => (idPattern('contactGroup').test(value) ? value : '')

/** The list's address, read; what makes no sense counts as not said. */
export function listQueryOf(params: Params): ListQuery {
  return {
    q: one(params['q']).slice(0, 200),
    sort: SORTS.find((sort) => sort === one(params['sort'])) ?? 'due',
    group: groupIn(one(params['group'])),
    tag: one(params['tag']).slice(0, 60),
    due: one(params['due']) === '1',
    to: groupIn(one(params['to'])),
    page: pageOf(params['page']),
  }
}

/** What stands in an address, or a form's hidden fields, for it; the usual is left out. */
export function fieldsOf({ q, sort, group, tag, due, to, page }: ListQuery): Readonly<Record<string, string>> {
  const said = { q, sort: sort === 'due' ? '' : sort, group, tag, due: due ? '1' : '', to, page: page > 1 ? String(page) : '' }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''))
}

/** The address of the list with some of it changed; anything but the page begins at the first page again. */
export function listPath(query: ListQuery, change: Partial<ListQuery> = {}): string {
  const search = new URLSearchParams(fieldsOf({ ...query, page: 1, ...change })).toString()
  return search === '' ? '/people' : `/people?${search}`
}
