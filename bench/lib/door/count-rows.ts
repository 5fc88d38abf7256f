import type { PrismaClient } from '../../../src/generated/prisma/client'
import type { Comer } from './queue'

/**
 * Looks in the database for what a queue left behind.
 * @param acknowledged whose check-in was answered with the receipt.
 * @returns `duplicates`: check-ins of one person at the event, and persons of one newcomer, beyond the
 *   first; `lost`: acknowledged check-ins that are not there.
 */
export async function countRows(db: PrismaClient, eventId: string, acknowledged: readonly Comer[]) {
  const rows = await db.checkIn.findMany({
    where: { eventId },
    select: { userId: true, user: { select: { doorEmail: true } } },
  })
  const keys = rows.map(({ userId, user }) => user.doorEmail ?? userId)
  const persons = await db.user.groupBy({ by: ['doorEmail'], where: { doorEmail: { not: null } }, _count: true })
  const there = new Set(keys)
  return {
    duplicates:
      keys.length - there.size + persons.reduce((sum, { _count: count }) => sum + count - 1, 0),
    lost: acknowledged.filter((comer) => !there.has(comer.kind === 'NEW' ? comer.email : comer.userId)).length,
    checkIns: rows.length,
  }
}
