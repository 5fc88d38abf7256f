import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/text'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { newId } from '@/server/lib/tokens'
import { releaseSeatsOfLeaver } from '@/server/services/circle/release-seats'
import { currentId } from '@/server/services/claim/former-id'
import { tellPages, tellPeople } from '@/server/services/meeting/tell-people'
import { textOf } from '@/text/translator'
import { findDoorEvent, type AtDoor } from './door-event'

/** The longest reason, in code points. */
const REASON_MAX = 200

/**
 * Takes a check-in back: the row moves to those undone, with its nonce, so that no repeat of it counts.
 * They are in nobody's list any more and have no seat at a circle that has not begun, as when heading
 * home; their RSVP and whom they met stay. Who was only written down is no member any more. Scanned anew
 * they are in again.
 * @throws DomainError NOT_FOUND when this host does not keep this door; BAD_INPUT without a reason;
 *   CONFLICT when they are not in.
 */
export async function undoCheckIn(
  db: PrismaClient,
  asked: AtDoor & { readonly personId: string; readonly reason: string },
): Promise<void> {
  const { hostId, now } = asked
  const t = textOf(asked.locale, 'scanner')
  const { id: eventId, communityId } = await findDoorEvent(db, asked, 'mendArrivals')
  const reason = cleanLine(asked.reason, REASON_MAX)
  if (reason === '') throw new DomainError('BAD_INPUT', t('reasonMissing'))
  const userId = await currentId(db, asked.personId)
  const atTables = await db.$transaction(async (tx) => {
    const moved = await tx.$executeRaw`
      WITH gone AS (DELETE FROM check_in WHERE "eventId" = ${eventId} AND "userId" = ${userId} RETURNING *)
      INSERT INTO check_in_undo
        (id, "eventId", "userId", at, "visitNumber", method, nonce, "undoneAt", "undoneById", reason)
      SELECT ${newId('checkInUndo')}, "eventId", "userId", at, "visitNumber", method, nonce, ${now}, ${hostId}, ${reason}
      FROM gone`
    if (moved === 0) throw new DomainError('CONFLICT', t('notIn'))
    await tx.membership.deleteMany({ where: { communityId, user: onlyWrittenDown(userId, eventId, communityId) } })
    return releaseSeatsOfLeaver(tx, { eventId, userId, now })
  })
  await tellPages(db, eventId, atTables)
  await tellPeople(db, eventId, [userId])
}

/** The person, where the walk-in that was taken back here is all that there is of them. */
function onlyWrittenDown(userId: string, eventId: string, communityId: string): Prisma.UserWhereInput {
  const here = { some: { event: { communityId } } }
  return {
    id: userId,
    email: null,
    slipUsedAt: null,
    sessions: { none: {} },
    undone: { some: { eventId, method: 'WALK_IN' } },
    memberships: { none: { communityId, role: { not: 'MEMBER' } } },
    NOT: [{ checkIns: here }, { rsvps: here }, { meetingsA: here }, { meetingsB: here }],
  }
}
