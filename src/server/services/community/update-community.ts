import type { Db } from '@/server/db/client'
import type { Locale } from '@/text/translator'
import { checkFacts, type CommunityFacts } from './check-facts'

/**
 * Changes name, time zone and postal address of a community that the viewer may edit; its address in
 * links stays. Events that exist keep their own zone.
 * @throws DomainError BAD_INPUT with what to mend.
 */
export async function updateCommunity(
  db: Db,
  given: CommunityFacts & { communityId: string; userId: string; locale: Locale },
): Promise<{ slug: string }> {
  return db.community.update({
    where: { id: given.communityId, memberships: { some: { userId: given.userId, role: 'OWNER' } } },
    data: checkFacts(given, given.locale),
    select: { slug: true },
  })
}
