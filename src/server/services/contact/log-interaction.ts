import type { InteractionKind, Prisma } from '@/generated/prisma/client'
import { sql } from '@/server/db/client'
import { newId } from '@/server/lib/tokens'
import { settlePrompts } from '../follow-up/settle-prompts'

/** The most that an interaction's words hold, in characters, as the columns do. */
export const WORDS_MAX = { note: 2_000, promise: 500 } as const

/** What a person writes down by themself; meetings of events and introductions come by other ways. */
export const LOGGED_KINDS = ['WROTE', 'CALLED', 'MET', 'NOTE'] as const
export type LoggedKind = (typeof LOGGED_KINDS)[number]

export interface Log {
  readonly ownerId: string
  readonly contactId: string
  readonly kind: LoggedKind
  /** When it happened; not later than now. */
  readonly at: Date
  readonly note?: string | undefined
  readonly myPromise?: string | undefined
  readonly theirPromise?: string | undefined
  /** The client's own word for this one, up to 64 characters: a repeat counts once. */
  readonly nonce: string
}

/** What was written down; of a repeat, what was written down the first time. */
export interface LogReceipt {
  readonly interactionId: string
  readonly kind: InteractionKind
  readonly at: Date
}

/**
 * Writes down what happened with a contact: the one way in which a person does. Whoever was in touch needs
 * no reminder of an evening before. Repeats with the same nonce get the first receipt.
 * @returns null when the contact is not the owner's.
 */
export async function logInteraction(tx: Prisma.TransactionClient, log: Log): Promise<LogReceipt | null> {
  const { ownerId, contactId, kind, at, note = '', myPromise = '', theirPromise = '', nonce } = log
  const written = await tx.$executeRaw(sql`
    INSERT INTO interaction (id, "contactId", kind, at, note, "myPromise", "theirPromise", nonce)
    SELECT ${newId('interaction')}, c.id, ${kind}::"InteractionKind", ${at}, ${note}, ${myPromise}, ${theirPromise}, ${nonce}
    FROM contact c WHERE c.id = ${contactId} AND c."ownerId" = ${ownerId}
    ON CONFLICT ("contactId", nonce) DO NOTHING`)
  if (written > 0 && kind !== 'NOTE') await settlePrompts(tx, contactId, at)
  const row = await tx.interaction.findFirst({
    where: { contactId, nonce, contact: { ownerId } },
    select: { id: true, kind: true, at: true },
  })
  return row && { interactionId: row.id, kind: row.kind, at: row.at }
}
