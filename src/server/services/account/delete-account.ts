import { DomainError } from '@/domain/errors'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { promoteWaitlist } from '@/server/services/rsvp/promote'
import { lockEvent } from '@/server/services/rsvp/lock-event'
import { textOf, type Locale } from '@/text/translator'

interface Leaving {
  readonly userId: string
  /** Null for a door guest. */
  readonly email: string | null
  readonly name: string
  /** The address, or a door guest's name, as the person typed it to confirm. */
  readonly typed: string
  readonly now: Date
  readonly locale: Locale
}

/** Their communities that nobody else owns: those with other members have to have another owner first. */
async function settleCommunities(tx: Prisma.TransactionClient, { userId, locale }: Leaving): Promise<void> {
  // Of two last owners who leave at once the second waits here, and finds that it is the last.
  await tx.$queryRaw`
    SELECT id FROM community WHERE id IN (SELECT "communityId" FROM membership WHERE "userId" = ${userId} AND role = 'OWNER') ORDER BY id FOR UPDATE`
  const alone = await tx.community.findMany({
    where: { memberships: { some: { userId, role: 'OWNER' }, none: { role: 'OWNER', userId: { not: userId } } } },
    select: { id: true, name: true, memberships: { where: { userId: { not: userId } }, select: { userId: true }, take: 1 } },
  })
  const left = alone.filter(({ memberships }) => memberships.length > 0).map(({ name }) => name)
  if (left.length > 0) throw new DomainError('CONFLICT', textOf(locale, 'account')('lastOwner', { names: left.join(', ') }))
  await tx.community.deleteMany({ where: { id: { in: alone.map(({ id }) => id) } } })
}

/** Their places go to whoever is next in line. */
async function passPlacesOn(tx: Prisma.TransactionClient, { userId, now }: Leaving): Promise<void> {
  // In the order of ids, as all who lock several.
  const rsvps = await tx.rsvp.findMany({ where: { userId }, orderBy: { eventId: 'asc' }, select: { id: true, eventId: true } })
  for (const { id, eventId } of rsvps) {
    await lockEvent(tx, eventId)
    await tx.rsvp.delete({ where: { id } })
    await promoteWaitlist(tx, eventId, now)
  }
}

/**
 * Deletes a person with all that is theirs, and ends every session. What others wrote in their own lists stays theirs,
 * linked to nobody.
 * @throws DomainError BAD_INPUT unless the address was typed, or a guest's name; CONFLICT for the last owner of a community that has other
 *   members, and for the operator.
 */
export async function deleteAccount(db: PrismaClient, leaving: Leaving): Promise<void> {
  const { userId, email, name, typed, locale } = leaving
  const t = textOf(locale, 'account')
  const said = typed.trim().toLowerCase()
  if (email !== null && said !== email) throw new DomainError('BAD_INPUT', t('typeIt', { email }))
  if (email === null && said !== name.trim().toLowerCase()) throw new DomainError('BAD_INPUT', t('typeName', { name }))
  await db.$transaction(async (tx) => {
    if ((await tx.installation.count({ where: { operatorId: userId } })) > 0) throw new DomainError('CONFLICT', t('operator'))
    await settleCommunities(tx, leaving)
    await passPlacesOn(tx, leaving)
    await tx.outboxMail.deleteMany({ where: { userId } })
    await tx.formerId.deleteMany({ where: { currentId: userId } })
    if (email !== null) await tx.verificationToken.deleteMany({ where: { identifier: email } })
    await tx.user.delete({ where: { id: userId } })
  })
}
