import type { Prisma } from '@/generated/prisma/client'
import type { Move } from '../claim/move'
import { absorbFollowUps } from './absorb-follow-ups'
import { foldInteraction } from './fold-interaction'

/** Two notes of one meeting become one; all else moves as it is. */
async function absorbInteractions(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  const twins = await tx.$queryRaw<Move[]>`
    SELECT g.id AS from, k.id AS to
    FROM interaction g JOIN interaction k ON k."meetingId" = g."meetingId" AND k."contactId" = ${to}
    WHERE g."contactId" = ${from} ORDER BY g.id`
  for (const twin of twins) await foldInteraction(tx, twin)
  // One nonce counts once within an entry, and these two were two.
  await tx.$executeRaw`
    UPDATE interaction g SET "contactId" = ${to},
      nonce = CASE WHEN EXISTS (SELECT 1 FROM interaction k WHERE k."contactId" = ${to} AND k.nonce = g.nonce) THEN NULL ELSE g.nonce END
    WHERE g."contactId" = ${from}`
}

/** Ways to reach them, groups, what was said of likenesses, imports and earlier merges. */
async function absorbTies(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`
    UPDATE contact_field g SET "contactId" = ${to} WHERE g."contactId" = ${from}
      AND NOT EXISTS (SELECT 1 FROM contact_field k WHERE k."contactId" = ${to} AND k.kind = g.kind AND k.key = g.key)`
  await tx.$executeRaw`
    INSERT INTO contact_group_member ("groupId", "contactId")
    SELECT "groupId", ${to} FROM contact_group_member WHERE "contactId" = ${from} ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO contacts_apart ("aId", "bId")
    SELECT least(o.id COLLATE "C", ${to}), greatest(o.id COLLATE "C", ${to})
    FROM contacts_apart p CROSS JOIN LATERAL (SELECT CASE WHEN p."aId" = ${from} THEN p."bId" ELSE p."aId" END AS id) o
    WHERE ${from} IN (p."aId", p."bId") AND o.id <> ${to}
    ON CONFLICT DO NOTHING`
  await tx.importRow.updateMany({ where: { contactId: from }, data: { contactId: to } })
  await tx.contactMerge.updateMany({ where: { keptId: from }, data: { keptId: to } })
}

/** What the entry itself says: the kept one's words stand, gaps are filled, and nothing makes it due earlier. */
async function absorbWords(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`
    UPDATE contact k SET
      name = coalesce(nullif(k.name, ''), g.name),
      organization = coalesce(nullif(k.organization, ''), g.organization),
      title = coalesce(nullif(k.title, ''), g.title),
      about = CASE WHEN strpos(k.about, g.about) > 0 THEN k.about
        ELSE left(concat_ws(E'\n\n', nullif(k.about, ''), nullif(g.about, '')), 4000) END,
      birthday = CASE WHEN k.birthday LIKE '--%' AND right(g.birthday, 5) = right(k.birthday, 5) THEN g.birthday
        ELSE coalesce(k.birthday, g.birthday) END,
      tags = k.tags || ARRAY(SELECT t FROM unnest(g.tags) WITH ORDINALITY AS u(t, n) WHERE t <> ALL (k.tags) ORDER BY n),
      -- Somebody who was met or written down is no longer only imported.
      source = CASE WHEN k.source = 'IMPORT' THEN g.source ELSE k.source END,
      cadence = coalesce(k.cadence, g.cadence),
      "snoozedUntil" = CASE WHEN k."snoozedAt" >= g."snoozedAt" OR g."snoozedAt" IS NULL THEN k."snoozedUntil" ELSE g."snoozedUntil" END,
      "snoozedAt" = greatest(k."snoozedAt", g."snoozedAt"),
      "skippedAt" = greatest(k."skippedAt", g."skippedAt"),
      "createdAt" = least(k."createdAt", g."createdAt")
    FROM contact g WHERE k.id = ${to} AND g.id = ${from}`
}

/** Gives one contact's words, interactions, follow-ups and ties to another, and deletes the first. */
export async function absorbContact(tx: Prisma.TransactionClient, move: Move): Promise<void> {
  await absorbWords(tx, move)
  await absorbInteractions(tx, move)
  await absorbFollowUps(tx, move)
  await absorbTies(tx, move)
  await tx.contact.delete({ where: { id: move.from } })
}
