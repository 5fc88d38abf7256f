import type { Db } from '@/server/db/client'

/**
 * The IANA zone in which a person's days are counted: their own, else that of the community which they joined
 * last, else UTC.
 */
export async function personZone(db: Db, userId: string): Promise<string> {
  const person = await db.user.findUnique({
    where: { id: userId },
    select: {
      timeZone: true,
      memberships: {
        orderBy: [{ joinedAt: 'desc' }, { communityId: 'asc' }],
        take: 1,
        select: { community: { select: { timeZone: true } } },
      },
    },
  })
  return person?.timeZone ?? person?.memberships[0]?.community.timeZone ?? 'UTC'
}
