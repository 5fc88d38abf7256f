import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/text'
import { LONGEST_UPDATE, UPDATES_A_WEEK, weekBefore } from '@/domain/update/update-rules'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { sql, type Sql } from '@/server/db/client'
import { newId } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'

/** Who says something, and under which word of their client. */
export interface Writing {
  readonly userId: string
  readonly text: string
  /** A repeat with the same one finds what the first wrote. */
  readonly nonce: string
  readonly now: Date
  readonly locale: Locale
}

/** To all of one's people who are members, or to those of some groups of one's own. */
export type Audience = { readonly to: 'PEOPLE' } | { readonly to: 'GROUPS'; readonly groupIds: readonly string[] }

/**
 * The words as they are kept: one line of text, in which nothing is markup.
 * @throws DomainError BAD_INPUT when there are none, or more than {@link LONGEST_UPDATE} characters.
 */
export function updateText({ text, locale }: Writing): string {
  const t = textOf(locale, 'updates')
  // One more than may stand, so that what is too long is refused and not cut: others read it.
  const line = cleanLine(text, 4 * LONGEST_UPDATE)
  if (line === '') throw new DomainError('BAD_INPUT', t('empty'))
  if (Array.from(line).length > LONGEST_UPDATE) throw new DomainError('BAD_INPUT', t('tooLong', { most: LONGEST_UPDATE }))
  return line
}

/**
 * What this nonce wrote already, or null. Locks the author, so that of two requests at once the second sees
 * what the first wrote, and counts it.
 * @throws DomainError CONFLICT when it wrote something else, or somebody else's.
 */
export async function firstReceipt(tx: Prisma.TransactionClient, { userId, nonce, locale }: Writing, line: string) {
  await tx.$queryRaw(sql`SELECT id FROM "user" WHERE id = ${userId} FOR NO KEY UPDATE`)
  const before = await tx.update.findUnique({ where: { nonce }, select: { id: true, userId: true, text: true, meantFor: true } })
  if (before && (before.userId !== userId || before.text !== line)) {
    throw new DomainError('CONFLICT', textOf(locale, 'updates')('usedNonce'))
  }
  return before && { updateId: before.id, meantFor: before.meantFor }
}

/** Those of their people who are members, as the author chose them; without whom the author blocked. */
function chosen(userId: string, audience: Audience): Sql {
  const inGroups =
    audience.to === 'PEOPLE'
      ? sql`true`
      : sql`EXISTS (SELECT 1 FROM contact_group_member m JOIN contact_group g ON g.id = m."groupId"
                    WHERE m."contactId" = c.id AND g."ownerId" = ${userId} AND g.id = ANY(${[...audience.groupIds]}::text[]))`
  return sql`
    SELECT c."userId" FROM contact c
    WHERE c."ownerId" = ${userId} AND c."userId" IS NOT NULL AND c."userId" <> ${userId} AND ${inGroups}
      AND NOT EXISTS (SELECT 1 FROM block b WHERE b."blockerId" = ${userId} AND b."blockedId" = c."userId")`
}

/** Who of the chosen reads it: those who have the author in their list too, blocked nobody here and muted nobody. */
async function writeReaders(tx: Prisma.TransactionClient, userId: string, updateId: string, audience: Audience): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO update_reader ("updateId", "userId")
    SELECT ${updateId}, o."userId" FROM (${chosen(userId, audience)}) o
    WHERE EXISTS (SELECT 1 FROM contact back WHERE back."ownerId" = o."userId" AND back."userId" = ${userId})
      AND NOT EXISTS (SELECT 1 FROM block b WHERE b."blockerId" = o."userId" AND b."blockedId" = ${userId})
      AND NOT EXISTS (SELECT 1 FROM update_mute m WHERE m."userId" = o."userId" AND m."authorId" = ${userId})`)
}

/**
 * 'What I'm working on', to whom one chose; it waits for their digests. Who reads it is written down here and
 * now: whoever comes into the list or a group later does not.
 * @returns how many it is meant for: all chosen, whether or not they want to read it.
 * @throws DomainError BAD_INPUT, NOT_FOUND for a group that is not the author's, TOO_MANY beyond
 *   {@link UPDATES_A_WEEK}, CONFLICT for a nonce that wrote something else.
 */
export function writeUpdate(db: PrismaClient, writing: Writing & { readonly audience: Audience }) {
  const { userId, nonce, audience, now, locale } = writing
  const t = textOf(locale, 'updates')
  const text = updateText(writing)
  return db.$transaction(async (tx) => {
    const before = await firstReceipt(tx, writing, text)
    if (before) return before
    if (audience.to === 'GROUPS') {
      const groupIds = [...new Set(audience.groupIds)]
      if (groupIds.length === 0) throw new DomainError('BAD_INPUT', t('noGroup'))
      const own = await tx.contactGroup.count({ where: { ownerId: userId, id: { in: groupIds } } })
      if (own !== groupIds.length) throw new DomainError('NOT_FOUND', textOf(locale, 'errors')('notFound'))
    }
    const recent = await tx.update.count({ where: { userId, eventId: null, at: { gt: weekBefore(now) } } })
    if (recent >= UPDATES_A_WEEK) throw new DomainError('TOO_MANY', t('weekFull', { count: UPDATES_A_WEEK }))
    const [counted] = await tx.$queryRaw<{ people: number }[]>(
      sql`SELECT count(*)::int AS people FROM (${chosen(userId, audience)}) o`,
    )
    const meantFor = counted?.people ?? 0
    if (meantFor === 0) throw new DomainError('BAD_INPUT', t('nobody'))
    const updateId = newId('update')
    await tx.update.create({ data: { id: updateId, userId, audience: audience.to, text, nonce, meantFor, at: now } })
    await writeReaders(tx, userId, updateId, audience)
    return { updateId, meantFor }
  })
}
