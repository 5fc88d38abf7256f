import { DomainError } from '@/domain/errors'
import type { PrismaClient, Prisma } from '@/generated/prisma/client'
import { textOf, type Locale } from '@/text/translator'
import { rememberFormer } from './former-id'
import { moveContacts } from './move-contacts'
import { moveMeetings } from './move-meetings'
import { movePresence } from './move-presence'

interface Claim {
  readonly guestId: string
  readonly userId: string
  /** The viewer's proved address, which the guest must have given. */
  readonly email: string
  readonly locale: Locale
}

/** Locks the guest, so that two tabs settle it once. @throws DomainError GONE when it is settled already. */
async function lockGuest(tx: Prisma.TransactionClient, { guestId, email, locale }: Claim): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "user" WHERE id = ${guestId} AND "doorEmail" = ${email} FOR UPDATE`
  if (rows.length === 0) throw new DomainError('GONE', textOf(locale, 'claim')('gone'))
}

/**
 * 'This was me': everything that the guest did and typed becomes the viewer's, in one transaction;
 * where both have something, the viewer's own stands. The guest is gone afterwards.
 */
export async function keepClaim(db: PrismaClient, claim: Claim): Promise<void> {
  const move = { from: claim.guestId, to: claim.userId }
  await db.$transaction(async (tx) => {
    await lockGuest(tx, claim)
    await movePresence(tx, move)
    await moveMeetings(tx, move)
    await moveContacts(tx, move)
    await rememberFormer(tx, move)
    await tx.user.delete({ where: { id: claim.guestId } })
  })
}

/** 'This was not me': the guest and all that belongs to them is deleted. */
export async function discardClaim(db: PrismaClient, claim: Claim): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockGuest(tx, claim)
    await tx.user.delete({ where: { id: claim.guestId } })
  })
}
