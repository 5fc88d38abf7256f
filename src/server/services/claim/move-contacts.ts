import type { Prisma } from '@/generated/prisma/client'
import type { Move } from './move-presence'

/** Gives one contact's interactions and follow-ups to another of the same owner, and deletes the first. */
async function mergeContact(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  await tx.interaction.updateMany({ where: { contactId: from }, data: { contactId: to } })
  await tx.$executeRaw`
    UPDATE follow_up f SET "contactId" = ${to} WHERE "contactId" = ${from}
      AND NOT EXISTS (SELECT 1 FROM follow_up o WHERE o."contactId" = ${to} AND o."eventId" = f."eventId")`
  await tx.contact.delete({ where: { id: from } })
}

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
    if (twin) await mergeContact(tx, { from: contact.id, to: twin.id })
    else await tx.contact.update({ where: { id: contact.id }, data: { ownerId, userId } })
  }
  await tx.followUp.updateMany({ where: { ownerId: from }, data: { ownerId: to } })
}
