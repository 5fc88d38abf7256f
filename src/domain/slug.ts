/** The longest slug, with its suffix. */
const LONGEST = 60
const SUFFIX_ROOM = 5
/** What stands in this place of an address already. */
const TAKEN_WORDS: readonly string[] = ['new']

/**
 * A name as a part of an address: Latin letters without their marks, digits and single hyphens.
 * @returns `fallback` when nothing of that is left, as with names in other scripts.
 */
export function slugOf(name: string, fallback: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/\p{M}|['’]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST - SUFFIX_ROOM)
    .replaceAll(/^-+|-+$/g, '')
  return slug === '' || TAKEN_WORDS.includes(slug) ? fallback : slug
}

/** The slug itself for the first try, then with `-2`, `-3` and so on. */
export function slugAttempt(slug: string, attempt: number): string {
  return attempt <= 1 ? slug : `${slug}-${String(attempt)}`
}
