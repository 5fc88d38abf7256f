import { DomainError } from '@/domain/errors'
import type { Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'

/**
 * Takes one's own update or takeaway away from everybody, for good: it stands in no page and no mail that is
 * yet to come.
 * @throws DomainError NOT_FOUND for what is not the viewer's, or gone already.
 */
export async function removeUpdate(
  db: Db,
  { userId, updateId, locale }: { readonly userId: string; readonly updateId: string; readonly locale: Locale },
): Promise<void> {
  const { count } = await db.update.deleteMany({ where: { id: updateId, userId } })
  if (count === 0) throw new DomainError('NOT_FOUND', textOf(locale, 'updates')('gone'))
}
