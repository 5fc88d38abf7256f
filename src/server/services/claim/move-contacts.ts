import type { Prisma } from '@/generated/prisma/client'
import { absorbContact } from '../contact/absorb-contact'
import type { Move } from './move'

/** Moves the guest's own contacts and follow-ups, and the entries that others have of the guest. */
export async function moveContacts(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  const contacts = await tx.contact.findMany({
    where: { OR: [{ ownerId: from }, { userId: from }] },
    select: { id: true, ownerId: true, userId: true },
  })
  for (const contact of contacts) {
    const ownerId = contact.ownerId === from ? to : contact.ownerId
    const userId = contact.userId === from ? to : contact.userId
    if (ownerId === userId) {
      await tx.contact.delete({ where: { id: contact.id } })
      continue
    }
    const twin = await tx.contact.findFirst({
      where: { ownerId, userId: userId ?? '', id: { not: contact.id } },
      select: { id: true },
    })
    if (twin) await absorbContact(tx, { from: contact.id, to: twin.id })
    else await tx.contact.update({ where: { id: contact.id }, data: { ownerId, userId } })
  }
  await tx.followUp.updateMany({ where: { ownerId: from }, data: { ownerId: to } })
}
