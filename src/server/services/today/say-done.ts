import { localDate } from '@/domain/follow-up/morning-after'
import { inTransaction, type Db } from '@/server/db/client'
import { logInteraction, type LogReceipt } from '../contact/log-interaction'
import { personZone } from '../person/person-zone'
import type { OwnContact } from './put-off'

/**
 * 'Did it': writes down that one wrote or called, and with it the prompts that were due are done, those in the
 * owner's own words too, since they asked for just that. A repeat with the same nonce gets the first receipt.
 * @returns null when the contact is not the person's.
 */
export async function sayDone(
  db: Db,
  { userId, contactId, now, kind, nonce }: OwnContact & { readonly kind: 'WROTE' | 'CALLED'; readonly nonce: string },
): Promise<LogReceipt | null> {
  const timeZone = await personZone(db, userId)
  return inTransaction(db, async (tx) => {
    const receipt = await logInteraction(tx, { ownerId: userId, contactId, kind, at: now, nonce })
    if (!receipt) return null
    await tx.followUp.updateMany({
      where: {
        contactId,
        ownerId: userId,
        state: { in: ['OPEN', 'LATER'] },
        createdAt: { lte: receipt.at },
        dueOn: { lte: new Date(`${localDate(receipt.at, timeZone)}T00:00:00Z`) },
      },
      data: { state: 'DONE', actedAt: receipt.at },
    })
    return receipt
  })
}
