import { slugOfInterest } from '@/domain/interests/normalise'
import type { Wish } from '@/domain/my-circle/suggest-more'
import type { Db } from '@/server/db/client'
import { singleLine } from '@/server/email/single-line'

/** So many topics at most: who wants more of everything wants nothing in particular. */
export const MORE_OF_AT_MOST = 8
/** The longest wish in one's own words, in characters. */
export const MORE_OF_TEXT_MAX = 200

/** What somebody wants more of. */
export interface MoreOfWishes {
  readonly wishes: readonly Wish[]
  readonly words: string
}

/** Slugs of words with what they are called; a word that is no interest of anybody is called as it is written. */
async function called(db: Db, slugs: readonly string[]): Promise<readonly Wish[]> {
  const [interests, synonyms] = await Promise.all([
    db.interest.findMany({ where: { slug: { in: [...slugs] } }, select: { slug: true, label: true } }),
    db.interestSynonym.findMany({
      where: { slug: { in: [...slugs] } },
      select: { slug: true, interest: { select: { slug: true, label: true } } },
    }),
  ])
  const known = new Map([...synonyms.map(({ slug, interest }) => [slug, interest] as const), ...interests.map((one) => [one.slug, one] as const)])
  const wishes = slugs.map((slug) => known.get(slug) ?? { slug, label: slug.replaceAll('-', ' ') })
  return [...new Map(wishes.map((wish) => [wish.slug, wish])).values()]
}

/** What this person said they want more of; nothing where they said nothing. */
export async function findMoreOf(db: Db, userId: string): Promise<MoreOfWishes> {
  const row = await db.followUpSettings.findUnique({ where: { userId }, select: { moreOf: true, moreOfText: true } })
  return { wishes: await called(db, row?.moreOf ?? []), words: row?.moreOfText ?? '' }
}

/**
 * Says what they want more of: slugs of interests and typed words alike, {@link MORE_OF_AT_MOST} at most, and a line
 * in their own words. It is private: a word that nobody has as an interest does not become one.
 * @returns whether that is anything new.
 */
export async function saveMoreOf(
  db: Db,
  { userId, topics, words }: { readonly userId: string; readonly topics: readonly string[]; readonly words: string },
): Promise<{ readonly changed: boolean }> {
  const slugs = topics.flatMap((topic) => slugOfInterest(topic) ?? [])
  const wishes = (await called(db, [...new Set(slugs)])).slice(0, MORE_OF_AT_MOST)
  const data = { moreOf: wishes.map(({ slug }) => slug), moreOfText: singleLine(words, MORE_OF_TEXT_MAX) }
  const before = await db.followUpSettings.findUnique({ where: { userId }, select: { moreOf: true, moreOfText: true } })
  await db.followUpSettings.upsert({ where: { userId }, create: { userId, ...data }, update: data })
  return { changed: data.moreOfText !== (before?.moreOfText ?? '') || data.moreOf.join(' ') !== (before?.moreOf ?? []).join(' ') }
}
