import { orderedPair } from '@/domain/meeting/pair'
import type { Prisma } from '@/generated/prisma/client'
import { newId } from '@/server/lib/tokens'
import { addContact } from '@/server/services/contact/new-contact'
import { settlePrompts } from '@/server/services/follow-up/settle-prompts'
import { queueMeetingPush } from '@/server/services/push/queue-push'

/** Two people who say that they met at an event, and how they say it. */
export interface Encounter {
  readonly eventId: string
  readonly viewerId: string
  readonly otherId: string
  readonly method: 'PASS' | 'CONFIRMATION'
  readonly now: Date
}

/**
 * Makes the pair's meeting a confirmed one, with an entry for each in the other's list. Whoever of many
 * comes first writes; the unique pair makes all others find it written.
 * @returns the meeting's id, and whether this call confirmed it; null when it was undone meanwhile.
 */
export async function confirmPair(tx: Prisma.TransactionClient, encounter: Encounter): Promise<{ id: string; fresh: boolean } | null> {
  const { eventId, viewerId, otherId, method, now } = encounter
  const pair = orderedPair(viewerId, otherId)
  const confirmed = { state: 'CONFIRMED' as const, method, confirmedAt: now, declinedAt: null }
  const made = await tx.meeting.createMany({
    data: { id: newId('meeting'), eventId, ...pair, proposedById: viewerId, proposedAt: now, ...confirmed },
    skipDuplicates: true,
  })
  const raised =
    made.count === 0 ? await tx.meeting.updateMany({ where: { eventId, ...pair, state: 'PROPOSED' }, data: confirmed }) : made
  const meeting = await tx.meeting.findUnique({
    where: { eventId_userAId_userBId: { eventId, ...pair } },
    select: { id: true },
  })
  if (!meeting) return null
  if (raised.count === 0) return { id: meeting.id, fresh: false }
  await writeDown(tx, meeting.id, pair, now)
  // Whose pass was read stands there with the phone in their hand; who had said so first may not.
  if (method === 'CONFIRMATION') await queueMeetingPush(tx, { userId: otherId, eventId, meetingId: meeting.id, now })
  return { id: meeting.id, fresh: true }
}

/** Each gets the other as a contact, under the name of this evening, and the meeting as what happened. */
async function writeDown(
  tx: Prisma.TransactionClient,
  meetingId: string,
  { userAId, userBId }: ReturnType<typeof orderedPair>,
  now: Date,
): Promise<void> {
  const people = await tx.user.findMany({ where: { id: { in: [userAId, userBId] } }, select: { id: true, name: true } })
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? ''
  const sides = [
    { ownerId: userAId, userId: userBId },
    { ownerId: userBId, userId: userAId },
  ]
  for (const { ownerId, userId } of sides) {
    const contactId = await addContact(tx, { ownerId, userId, name: nameOf(userId), source: 'MEETING', now })
    await tx.interaction.createMany({
      data: { id: newId('interaction'), contactId, kind: 'MET', at: now, meetingId },
      skipDuplicates: true,
    })
    // Whoever met again needs no reminder of an evening before.
    await settlePrompts(tx, contactId, now)
  }
}
