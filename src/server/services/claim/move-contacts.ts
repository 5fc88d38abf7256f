import type { Prisma } from '@/generated/prisma/client'
import { rememberFormer } from './former-id'
import type { Move } from './move'
import { PLACED, placeInteraction } from './place-interaction'

/** Of two prompts about one evening the one acted on stays, else the second; links of both lead to it. */
async function mergeFollowUps(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  const prompts = await tx.followUp.findMany({ where: { contactId: from }, select: { id: true, eventId: true, state: true } })
  for (const { id, eventId, state } of prompts) {
    const twin = eventId
      ? await tx.followUp.findUnique({ where: { contactId_eventId: { contactId: to, eventId } }, select: { id: true, state: true } })
      : null
    const stays = !twin || (twin.state === 'OPEN' && state !== 'OPEN')
    if (twin) {
      const merged = stays ? { from: twin.id, to: id } : { from: id, to: twin.id }
      await rememberFormer(tx, merged)
      await tx.followUp.delete({ where: { id: merged.from } })
    }
    if (stays) await tx.followUp.update({ where: { id }, data: { contactId: to } })
  }
}

/** Gives one contact's interactions and follow-ups to another of the same owner, and deletes the first. */
async function mergeContact(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  const interactions = await tx.interaction.findMany({ where: { contactId: from }, select: PLACED })
  for (const one of interactions) await placeInteraction(tx, one, { ...one, contactId: to })
  await mergeFollowUps(tx, { from, to })
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
