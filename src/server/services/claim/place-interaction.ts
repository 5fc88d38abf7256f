import type { Prisma } from '@/generated/prisma/client'
import { foldInteraction } from '../contact/fold-interaction'

interface Place {
  readonly contactId: string
  readonly meetingId: string | null
}

/** Moves an interaction to a contact and a meeting. Where one stands already they become one. */
export async function placeInteraction(tx: Prisma.TransactionClient, id: string, { contactId, meetingId }: Place): Promise<void> {
  const twin = meetingId
    ? await tx.interaction.findUnique({ where: { contactId_meetingId: { contactId, meetingId } }, select: { id: true } })
    : null
  if (twin && twin.id !== id) await foldInteraction(tx, { from: id, to: twin.id })
  else await tx.interaction.update({ where: { id }, data: { contactId, meetingId } })
}
