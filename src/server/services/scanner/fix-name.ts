import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/text'
import type { PrismaClient } from '@/generated/prisma/client'
import { currentId } from '@/server/services/claim/former-id'
import { textOf } from '@/text/translator'
import { findDoorEvent, NAME_MAX, type AtDoor } from './door-event'

/**
 * Corrects what somebody's badge says tonight. Their own name stays theirs, but for somebody whom a host
 * wrote down here and who has never signed in: nobody else could correct it.
 * @returns the name as it stands now.
 * @throws DomainError NOT_FOUND when this host does not keep this door; BAD_INPUT for an empty name;
 *   CONFLICT when they are not in.
 */
export async function fixName(
  db: PrismaClient,
  asked: AtDoor & { readonly personId: string; readonly name: string },
): Promise<{ readonly name: string }> {
  const t = textOf(asked.locale, 'scanner')
  const { id: eventId } = await findDoorEvent(db, asked, 'mendArrivals')
  const name = cleanLine(asked.name, NAME_MAX)
  if (name === '') throw new DomainError('BAD_INPUT', t('refusals.NAME_MISSING'))
  const userId = await currentId(db, asked.personId)
  const writtenDown = { checkIns: { some: { eventId, method: 'WALK_IN' as const } } }
  const [badge] = await db.$transaction([
    db.checkIn.updateMany({ where: { eventId, userId }, data: { badgeName: name } }),
    db.user.updateMany({ where: { id: userId, email: null, sessions: { none: {} }, ...writtenDown }, data: { name } }),
  ])
  if (badge.count === 0) throw new DomainError('CONFLICT', t('notIn'))
  return { name }
}
