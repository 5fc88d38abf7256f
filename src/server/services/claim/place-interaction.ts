import type { Prisma } from '@/generated/prisma/client'
import { NOTE_MAX } from '../meeting/save-note'

/** What {@link placeInteraction} takes of a row. */
export const PLACED = { id: true, contactId: true, meetingId: true, note: true } as const

interface Place {
  readonly contactId: string
  readonly meetingId: string | null
}

/**
 * Moves an interaction to a contact and a meeting. Where one stands already they become one, the notes
 * below each other, cut at the 2000 characters that the column holds.
 */
export async function placeInteraction(
  tx: Prisma.TransactionClient,
  { id, note }: { readonly id: string; readonly note: string },
  { contactId, meetingId }: Place,
): Promise<void> {
  const twin = meetingId
    ? await tx.interaction.findUnique({ where: { contactId_meetingId: { contactId, meetingId } }, select: { id: true, note: true } })
    : null
  if (!twin || twin.id === id) {
    await tx.interaction.update({ where: { id }, data: { contactId, meetingId } })
    return
  }
  // By characters as the column counts them: a pair of surrogates is one.
  const both = Array.from([twin.note, note].filter((text) => text !== '').join('\n\n'))
  await tx.interaction.update({ where: { id: twin.id }, data: { note: both.slice(0, NOTE_MAX).join('') } })
  await tx.interaction.delete({ where: { id } })
}
