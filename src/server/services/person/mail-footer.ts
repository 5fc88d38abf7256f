import type { Db } from '@/server/db/client'
import { unsubscribeToken, type OptionalKind } from '../mail/unsubscribe-token'

interface Addressed {
  readonly userId: string
  readonly recipient: string
  readonly kind: OptionalKind
}

/** The community joined last, whose name and address stand in the footer of mail that belongs to no evening. */
export async function footerCommunity(db: Db, userId: string) {
  const row = await db.membership.findFirst({
    where: { userId },
    orderBy: [{ joinedAt: 'desc' }, { communityId: 'asc' }],
    select: { community: { select: { name: true, postalAddress: true } } },
  })
  return { communityName: row?.community.name ?? '', postalAddress: row?.community.postalAddress ?? '' }
}

/** The page that switches this kind of mail off for this person. */
export function unsubscribeAddress({ secret, publicUrl }: { readonly secret: string; readonly publicUrl: string }, { userId, kind, recipient }: Addressed): string {
  return `${publicUrl}/unsubscribe/${unsubscribeToken(secret, userId, kind, recipient)}`
}
