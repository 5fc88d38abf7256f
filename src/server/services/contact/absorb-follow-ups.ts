import type { Prisma } from '@/generated/prisma/client'
import { rememberFormer } from '../claim/former-id'
import type { Move } from '../claim/move'

/** Of two prompts about one evening the one acted on stays, else the second; links of both lead to it. */
export async function absorbFollowUps(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  const twins = await tx.$queryRaw<{ gone: string; kept: string; goneStays: boolean }[]>`
    SELECT g.id AS gone, k.id AS kept, k.state = 'OPEN' AND g.state <> 'OPEN' AS "goneStays"
    FROM follow_up g JOIN follow_up k ON k."eventId" = g."eventId" AND k."contactId" = ${to}
    WHERE g."contactId" = ${from} ORDER BY g.id`
  for (const { gone, kept, goneStays } of twins) {
    const merged = goneStays ? { from: kept, to: gone } : { from: gone, to: kept }
    await rememberFormer(tx, merged)
    await tx.followUp.delete({ where: { id: merged.from } })
  }
  await tx.followUp.updateMany({ where: { contactId: from }, data: { contactId: to } })
}
