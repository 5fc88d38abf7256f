import type { Db } from '@/server/db/client'
import { notBlocked } from '../meeting/at-event'

/**
 * The ask as somebody who was sent it may answer it: null for anybody else, when it is closed or over, and
 * when one of the two blocked the other.
 */
export function openAskFor(db: Db, { askId, userId, now }: { readonly askId: string; readonly userId: string; readonly now: Date }) {
  return db.ask.findFirst({
    where: {
      id: askId,
      closedAt: null,
      expiresAt: { gt: now },
      by: { ...notBlocked(userId), email: { not: null } },
      recipients: { some: { userId } },
    },
    select: { id: true, byId: true, text: true, shares: true, expiresAt: true, by: { select: { name: true } } },
  })
}
