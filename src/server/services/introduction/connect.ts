import type { Prisma } from '@/generated/prisma/client'
import { newId } from '@/server/lib/tokens'
import { addContact } from '../contact/new-contact'
import { shareDetails } from '../contact/share-details'
import { blocksAmong } from '../person/blocks-among'
import { findIntroductions, trioOf } from './load-introduction'
import { queueIntroductionMail } from './queue-introduction-mail'
import { storedDetails, type SharedDetail } from './shared-details'

/** One of two who get to know each other, and what they let the other have. */
export interface Acquainted {
  readonly id: string
  readonly name: string
  readonly details: readonly SharedDetail[]
}

/**
 * Each gets the other as a contact, what happened written down, which counts as being in touch, and the
 * details that the other chose. `about` names what brought them together: a repeat writes nothing twice.
 */
export async function acquaint(
  tx: Prisma.TransactionClient,
  people: readonly [Acquainted, Acquainted],
  { about, now }: { readonly about: string; readonly now: Date },
): Promise<void> {
  const [one, other] = people
  for (const [owner, them] of [
    [one, other],
    [other, one],
  ] as const) {
    const contactId = await addContact(tx, { ownerId: owner.id, userId: them.id, name: them.name, source: 'INTRODUCTION', now })
    await tx.interaction.createMany({
      data: { id: newId('interaction'), contactId, kind: 'INTRODUCED', at: now, nonce: about },
      skipDuplicates: true,
    })
    await shareDetails(tx, { fromId: them.id, toId: owner.id, details: [...them.details], now })
  }
}

/**
 * Both said yes: they are in touch from now on. Called with the introduction's row locked. Where somebody
 * blocked another in the meantime nothing happens, and the time runs out.
 */
export async function connect(tx: Prisma.TransactionClient, introductionId: string, now: Date): Promise<void> {
  const [row] = await findIntroductions(tx, { id: introductionId, connectedAt: null }, 1)
  const [one, other] = row?.sides ?? []
  if (!row || !one || !other) return
  const blocks = await blocksAmong(tx, trioOf(row))
  if (blocks.among(trioOf(row))) return
  await tx.introduction.update({ where: { id: row.id }, data: { connectedAt: now } })
  const person = (side: typeof one): Acquainted => ({ id: side.userId, name: side.user.name, details: storedDetails(side.shares) })
  await acquaint(tx, [person(one), person(other)], { about: row.id, now })
  const sides = [one, other].map(({ userId, user }) => ({ userId, email: user.email }))
  await queueIntroductionMail(tx, { ...row, sides }, 'CONNECTED', now)
}
