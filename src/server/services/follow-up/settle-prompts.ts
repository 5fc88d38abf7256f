import type { Prisma } from '@/generated/prisma/client'

/** What counts as having been in touch, so that a prompt about an evening has done its work. */
const IN_TOUCH = ['WROTE', 'CALLED', 'MET'] as const

/**
 * Whoever was in touch with a contact needs no reminder of an evening before: its open prompts are done, as
 * of then. Prompts in the owner's own words stay until acted on. Prompts made after `at` stay too, so that
 * writing down what happened last week settles nothing of yesterday.
 */
export async function settlePrompts(tx: Prisma.TransactionClient, contactId: string, at: Date): Promise<void> {
  await tx.followUp.updateMany({
    where: { contactId, eventId: { not: null }, state: { in: ['OPEN', 'LATER'] }, createdAt: { lt: at } },
    data: { state: 'DONE', actedAt: at },
  })
}

/**
 * Takes back what {@link settlePrompts} did for an interaction that is gone: called after its row was deleted.
 * Its prompts are open again, those that were put off still so, unless another interaction settles them too.
 * A prompt of the owner's own that was done together with it is open again as well.
 */
export async function unsettlePrompts(tx: Prisma.TransactionClient, contactId: string, at: Date): Promise<void> {
  const settled = await tx.followUp.findMany({
    where: { contactId, state: 'DONE', actedAt: at },
    select: { id: true, eventId: true, createdAt: true, putOffFrom: true },
  })
  for (const { id, eventId, createdAt, putOffFrom } of settled) {
    const other = eventId
      ? await tx.interaction.findFirst({
          where: { contactId, kind: { in: [...IN_TOUCH] }, at: { gt: createdAt } },
          orderBy: { at: 'asc' },
          select: { at: true },
        })
      : null
    await tx.followUp.update({
      where: { id },
      data: other ? { actedAt: other.at } : { state: putOffFrom ? 'LATER' : 'OPEN', actedAt: null },
    })
  }
}
