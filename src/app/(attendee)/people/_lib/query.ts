/** What a page's address asks for, each name once. */
export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>

/** One value of an address; empty where it is missing or stands there twice. */
export function one(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** A page's number from an address, from 1. */
export function pageOf(value: string | string[] | undefined): number {
  const page = Number(one(value))
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}
