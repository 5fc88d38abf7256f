import type { Db } from '@/server/db/client'

/** What the person shows of themself, for their own eyes; empty lines where nothing was written yet. */
export async function findMyProfile(db: Db, userId: string) {
  const { name, profile, interests } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      name: true,
      profile: { select: { headline: true, ask: true, offer: true, starter: true, organization: true, city: true, visible: true } },
      interests: {
        select: { interest: { select: { slug: true, label: true } } },
        orderBy: [{ addedAt: 'asc' }, { interestId: 'asc' }],
      },
    },
  })
  return {
    name,
    headline: profile?.headline ?? '',
    ask: profile?.ask ?? '',
    offer: profile?.offer ?? '',
    starter: profile?.starter ?? '',
    organization: profile?.organization ?? '',
    city: profile?.city ?? '',
    visible: profile?.visible ?? true,
    interests: interests.map(({ interest }) => interest),
  }
}
