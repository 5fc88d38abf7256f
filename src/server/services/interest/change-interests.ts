import { DomainError } from '@/domain/errors'
import type { Prisma } from '@/generated/prisma/client'
import { inTransaction, type Db } from '@/server/db/client'
import { noteChange, tellEvents } from '@/server/services/profile/announce-changes'
import { textOf, type Locale } from '@/text/translator'
import { myInterests, type ShownInterest } from './find-interests'
import { resolveInterest, resolveInterests } from './resolve-interest'

/** How many interests one person may have: more say nothing about anybody. */
export const MAX_INTERESTS = 30

interface Asked {
  readonly userId: string
  readonly locale: Locale
  readonly now: Date
}

/** Makes this person's changes wait for each other, so that the limit holds for two phones at once. */
async function lockPerson(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${userId} FOR NO KEY UPDATE`
}

async function addUpToLimit(
  tx: Prisma.TransactionClient,
  { userId, locale, now }: Asked,
  interestIds: readonly string[],
): Promise<void> {
  await tx.userInterest.createMany({
    // A millisecond apart, so that they are shown in the order in which they were chosen.
    data: interestIds.map((interestId, place) => ({ userId, interestId, addedAt: new Date(now.getTime() + place) })),
    skipDuplicates: true,
  })
  if ((await tx.userInterest.count({ where: { userId } })) > MAX_INTERESTS) {
    throw new DomainError('CONFLICT', textOf(locale, 'profile')('tooManyInterests', { max: MAX_INTERESTS }))
  }
}

/**
 * Adds one interest by its slug or by what was typed. One that is there already is not added twice.
 * @throws DomainError BAD_INPUT for a word without letters and digits, CONFLICT beyond {@link MAX_INTERESTS}.
 */
export async function addInterest(db: Db, { word, ...asked }: Asked & { readonly word: string }): Promise<ShownInterest> {
  const { slug, label } = await inTransaction(db, async (tx) => {
    await lockPerson(tx, asked.userId)
    const interest = await resolveInterest(tx, word)
    if (!interest) throw new DomainError('BAD_INPUT', textOf(asked.locale, 'profile')('interestUnreadable'))
    await addUpToLimit(tx, asked, [interest.id])
    await noteChange(tx, asked.userId, asked.now)
    return interest
  })
  await tellEvents(db, asked.userId, asked.now)
  return { slug, label }
}

/** Takes one interest away; nothing happens when it is not there. */
export async function removeInterest(
  db: Db,
  { userId, slug, now }: { readonly userId: string; readonly slug: string; readonly now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.userInterest.deleteMany({ where: { userId, interest: { slug } } })
    await noteChange(tx, userId, now)
  })
  await tellEvents(db, userId, now)
}

/**
 * Makes exactly these the person's interests: slugs and typed words alike; words without letters and
 * digits are passed over. Those that stay keep their place.
 * @throws DomainError CONFLICT for more than {@link MAX_INTERESTS}; nothing is changed then.
 */
export async function chooseInterests(
  db: Db,
  { words, ...asked }: Asked & { readonly words: readonly string[] },
): Promise<readonly ShownInterest[]> {
  const { userId } = asked
  const chosen = await inTransaction(db, async (tx) => {
    await lockPerson(tx, userId)
    const ids = (await resolveInterests(tx, words)).map(({ id }) => id)
    await tx.userInterest.deleteMany({ where: { userId, interestId: { notIn: ids } } })
    await addUpToLimit(tx, asked, ids)
    await noteChange(tx, userId, asked.now)
    return myInterests(tx, userId)
  })
  await tellEvents(db, userId, asked.now)
  return chosen
}
