import { DomainError } from '@/domain/errors'
import { sql, type Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import { readableBy } from './updates-for'

/**
 * 'No more of theirs': nothing of this update's author is before the viewer any more, in no page and no mail.
 * The author is never told. A repeat finds it so.
 * @throws DomainError NOT_FOUND for an update that is not the viewer's to read and whose author they have not
 *   muted already.
 */
export async function muteAuthor(
  db: Db,
  asked: { readonly userId: string; readonly updateId: string; readonly now: Date; readonly locale: Locale },
): Promise<{ authorId: string }> {
  const { userId, updateId, now, locale } = asked
  const [found] = await db.$queryRaw<{ authorId: string }[]>(sql`
    SELECT u."userId" AS "authorId" FROM "update" u WHERE u.id = ${updateId}
      AND (u.id IN (${readableBy(userId)})
        OR EXISTS (SELECT 1 FROM update_mute m WHERE m."userId" = ${userId} AND m."authorId" = u."userId"))`)
  if (!found) throw new DomainError('NOT_FOUND', textOf(locale, 'updates')('gone'))
  await writeMute(db, { userId, authorId: found.authorId }, now)
  return found
}

/** Who wants nothing of whom. */
export interface Mute {
  readonly userId: string
  readonly authorId: string
}

/** Writes it down once. */
export async function writeMute(db: Db, mute: Mute, now: Date): Promise<void> {
  await db.updateMute.createMany({ data: { ...mute, createdAt: now }, skipDuplicates: true })
}

/** Takes it back; what is not muted stays so. */
export async function unmuteAuthor(db: Db, mute: Mute): Promise<void> {
  await db.updateMute.deleteMany({ where: mute })
}
