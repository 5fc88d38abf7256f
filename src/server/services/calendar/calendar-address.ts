import { inTransaction, type Db } from '@/server/db/client'
import { calendarHashOf, calendarSecretOf } from '@/server/lib/calendar-secret'

interface Given {
  readonly userId: string
  readonly secret: string
  readonly publicUrl: string
}

const addressOf = ({ secret, userId, publicUrl }: Given, version: number) =>
  `${publicUrl}/calendar/${calendarSecretOf(secret, userId, version)}.ics`

/** The address of the person's own calendar; null while they have made none. */
export async function findCalendarAddress(db: Db, given: Given): Promise<{ readonly address: string | null }> {
  const { calendarHash, calendarVersion } = await db.user.findUniqueOrThrow({
    where: { id: given.userId },
    select: { calendarHash: true, calendarVersion: true },
  })
  // After the installation's secret was changed the stored hash opens another address than could be shown.
  const stands = calendarHash !== null && calendarHash === calendarHashOf(given.secret, given.userId, calendarVersion)
  return { address: stands ? addressOf(given, calendarVersion) : null }
}

/** Makes an address, or a new one: the one before opens nothing from now on. */
export async function renewCalendarAddress(db: Db, given: Given): Promise<{ readonly address: string }> {
  const { userId, secret } = given
  return inTransaction(db, async (tx) => {
    // The increment locks the row: two at once make one after the other, and the last one stands.
    const { calendarVersion } = await tx.user.update({
      where: { id: userId },
      data: { calendarVersion: { increment: 1 } },
      select: { calendarVersion: true },
    })
    await tx.user.update({
      where: { id: userId },
      data: { calendarHash: calendarHashOf(secret, userId, calendarVersion) },
    })
    return { address: addressOf(given, calendarVersion) }
  })
}
