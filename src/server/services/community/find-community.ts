import { DomainError } from '@/domain/errors'
import { mayDo, rolesFor, type Action } from '@/domain/permissions'
import { COMMUNITY_FIELDS } from '@/server/db/scopes'
import type { Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'

/** The roles that have something to do on the organizer's pages; hosts open the door there. */
const WORKING_ROLES = rolesFor('showDoor')

/**
 * The community at this address, and what the person may do in it.
 * @throws DomainError NOT_FOUND unless they are a member.
 */
export async function findCommunityBySlug(db: Db, given: { slug: string; userId: string; locale: Locale }) {
  const row = await db.community.findFirst({
    where: { slug: given.slug, memberships: { some: { userId: given.userId } } },
    select: { ...COMMUNITY_FIELDS, memberships: { where: { userId: given.userId }, select: { role: true } } },
  })
  const role = row?.memberships[0]?.role
  if (!row || !role) throw new DomainError('NOT_FOUND', textOf(given.locale, 'errors')('notFound'))
  const { memberships: _, ...community } = row
  const may = (action: Action) => mayDo(action, [role])
  return {
    ...community,
    may: {
      organize: may('organize'),
      editSeries: may('editSeries'),
      editCommunity: may('editCommunity'),
      showDoor: may('showDoor'),
    },
  }
}

/** The communities in which the person has something to do, by name. */
export async function listMyCommunities(db: Db, userId: string) {
  const rows = await db.membership.findMany({
    where: { userId, role: { in: WORKING_ROLES } },
    select: { role: true, community: { select: { id: true, slug: true, name: true, isDemo: true } } },
    orderBy: [{ community: { name: 'asc' } }, { communityId: 'asc' }],
  })
  return rows.map(({ role, community }) => ({ ...community, role }))
}
