import type { Prisma } from '@/generated/prisma/client'
import { moveInvitations } from '@/server/services/circle/move-invitations'
import { moveSuggestions } from './move-suggestions'
import type { Move } from './move'

/**
 * Moves memberships, check-ins, profile, interests, suggestions, invitations to circles, blocks and mails;
 * visit numbers are counted anew.
 */
export async function movePresence(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO membership ("communityId", "userId", role, "joinedAt")
    SELECT "communityId", ${to}, role, "joinedAt" FROM membership WHERE "userId" = ${from}
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    UPDATE check_in g SET "userId" = ${to} WHERE "userId" = ${from}
      AND NOT EXISTS (SELECT 1 FROM check_in o WHERE o."userId" = ${to} AND o."eventId" = g."eventId")`
  await tx.$executeRaw`
    UPDATE check_in c SET "visitNumber" = n.visit
    FROM (SELECT id, row_number() OVER (PARTITION BY "communityId" ORDER BY at, id)::int AS visit
          FROM check_in WHERE "userId" = ${to}) n
    WHERE n.id = c.id AND c."visitNumber" <> n.visit`
  await tx.$executeRaw`
    INSERT INTO profile ("userId", headline, ask, offer, starter, organization, city, visible, "updatedAt")
    SELECT ${to}, headline, ask, offer, starter, organization, city, visible, "updatedAt" FROM profile WHERE "userId" = ${from}
    ON CONFLICT ("userId") DO UPDATE SET
      headline = coalesce(nullif(profile.headline, ''), excluded.headline),
      ask = coalesce(nullif(profile.ask, ''), excluded.ask),
      offer = coalesce(nullif(profile.offer, ''), excluded.offer),
      starter = coalesce(nullif(profile.starter, ''), excluded.starter),
      organization = coalesce(nullif(profile.organization, ''), excluded.organization),
      city = coalesce(nullif(profile.city, ''), excluded.city)`
  await tx.$executeRaw`
    INSERT INTO user_interest ("userId", "interestId", "addedAt")
    SELECT ${to}, "interestId", "addedAt" FROM user_interest WHERE "userId" = ${from}
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO block ("blockerId", "blockedId", "createdAt")
    SELECT CASE WHEN "blockerId" = ${from} THEN ${to} ELSE "blockerId" END,
           CASE WHEN "blockedId" = ${from} THEN ${to} ELSE "blockedId" END, "createdAt"
    FROM block WHERE ${from} IN ("blockerId", "blockedId") AND ${to} NOT IN ("blockerId", "blockedId")
    ON CONFLICT DO NOTHING`
  await moveSuggestions(tx, { from, to })
  await moveInvitations(tx, { from, to })
  await tx.outboxMail.updateMany({ where: { userId: from }, data: { userId: to } })
  await tx.$executeRaw`
    UPDATE "user" u SET name = g.name FROM "user" g WHERE u.id = ${to} AND g.id = ${from} AND u.name = ''`
}
