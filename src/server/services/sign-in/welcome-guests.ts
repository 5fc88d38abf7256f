import type { PrismaClient } from '@/generated/prisma/client'
import { withinLimit } from '@/server/db/rate-limit'
import { SIGN_IN_PER_ADDRESS } from './limits'
import { sendSignInMail } from './send-sign-in-mail'

/** Guests taken at once: the job runs again while there are more. */
const BATCH = 100

interface Parts {
  readonly secret: string
  readonly publicUrl: string
  readonly now: Date
}

/**
 * Queues the mail with link and code for guests who have checked in and not been written to. Each
 * guest is claimed in the transaction that queues the mail, so that two workers write once. An address
 * that has had its share of mails gets none.
 * @returns how many guests were settled; {@link BATCH} means that there may be more.
 */
export async function welcomeGuests(db: PrismaClient, parts: Parts): Promise<number> {
  const guests = await db.user.findMany({
    where: { doorEmail: { not: null }, welcomedAt: null, checkIns: { some: {} } },
    orderBy: { createdAt: 'asc' },
    take: BATCH,
    select: {
      id: true,
      name: true,
      doorEmail: true,
      checkIns: { select: { event: { select: { name: true } } }, orderBy: { at: 'desc' }, take: 1 },
    },
  })
  for (const { id, name, doorEmail, checkIns } of guests) {
    const email = doorEmail ?? ''
    const allowed = await withinLimit(db, SIGN_IN_PER_ADDRESS, email)
    await db.$transaction(async (tx) => {
      const claimed = await tx.user.updateMany({ where: { id, welcomedAt: null }, data: { welcomedAt: parts.now } })
      if (claimed.count === 0 || !allowed) return
      const eventName = checkIns[0]?.event.name
      await sendSignInMail(tx, { ...parts, email, name, ...(eventName ? { eventName } : {}) })
    })
  }
  return guests.length
}
