import { DomainError } from '@/domain/errors'
import { slugAttempt, slugOf } from '@/domain/slug'
import { inTransaction, type Db } from '@/server/db/client'
import { newId } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { checkFacts, type CommunityFacts } from './check-facts'

/** Far more communities of one name than anybody would make. */
const ATTEMPTS = 200

/**
 * Makes a community and its first owner's membership.
 * @throws DomainError BAD_INPUT for an empty or too long name, an unknown time zone, a long address.
 */
export async function createCommunity(
  db: Db,
  given: CommunityFacts & { ownerId: string; now: Date; locale: Locale; isDemo?: boolean; id?: string },
): Promise<{ id: string; slug: string }> {
  const facts = checkFacts(given, given.locale)
  const { ownerId, now, isDemo = false, id = newId('community') } = given
  return inTransaction(db, async (tx) => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const slug = slugAttempt(slugOf(facts.name, 'community'), attempt)
      // A slug that somebody else is just taking is waited for, not an error that ends the transaction.
      const { count } = await tx.community.createMany({
        data: [{ id, slug, ...facts, isDemo, createdAt: now }],
        skipDuplicates: true,
      })
      if (count === 0) continue
      await tx.membership.create({ data: { communityId: id, userId: ownerId, role: 'OWNER', joinedAt: now } })
      return { id, slug }
    }
    throw new DomainError('CONFLICT', textOf(given.locale, 'community')('slugsExhausted'))
  })
}
