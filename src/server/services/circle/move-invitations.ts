import { CIRCLE_LASTS_MS } from '@/domain/circles/circle-time'
import type { Prisma } from '@/generated/prisma/client'

/**
 * For the transaction in which one person's rows become another's, after check-ins and blocks have: moves
 * invitations to circles. Where both are invited to one the receiver's own answer stands, or the giver's
 * when they gave none. A seat among those that came is an invitation again where the receiver has one
 * elsewhere at that time or had gone home; and any seat is, at a table with somebody who is blocked
 * either way. The check-ins and then the circles are locked, in that order, as by whoever joins.
 */
export async function moveInvitations(
  tx: Prisma.TransactionClient,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await tx.$queryRaw`SELECT id FROM check_in WHERE "userId" IN (${from}, ${to}) ORDER BY id FOR UPDATE`
  await tx.$queryRaw`
    SELECT id FROM circle WHERE id IN (SELECT "circleId" FROM circle_invitation WHERE "userId" IN (${from}, ${to}))
    ORDER BY id FOR UPDATE`
  const own = await tx.circleInvitation.findMany({ where: { userId: to, answer: 'JOINED' }, select: { circleId: true } })
  await tx.$executeRaw`
    UPDATE circle_invitation o SET answer = g.answer, "answeredAt" = g."answeredAt" FROM circle_invitation g
    WHERE o."userId" = ${to} AND o.answer = 'INVITED' AND g."userId" = ${from} AND g."circleId" = o."circleId"`
  await tx.$executeRaw`
    UPDATE circle_invitation g SET "userId" = ${to} WHERE "userId" = ${from}
      AND NOT EXISTS (SELECT 1 FROM circle_invitation o WHERE o."userId" = ${to} AND o."circleId" = g."circleId")`
  await releaseWhatCannotStand(tx, { from, to, own: own.map(({ circleId }) => circleId) })
}

/** @param own.own ids of the circles at which the receiver had a seat before */
async function releaseWhatCannotStand(
  tx: Prisma.TransactionClient,
  { from, to, own }: { readonly from: string; readonly to: string; readonly own: string[] },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE circle_invitation i SET answer = 'INVITED', "answeredAt" = NULL FROM circle c
    WHERE c.id = i."circleId" AND i."userId" = ${to} AND i.answer = 'JOINED'
      AND (EXISTS (SELECT 1 FROM circle_invitation o
                   JOIN block b ON (b."blockerId", b."blockedId") IN ((o."userId", ${to}), (${to}, o."userId"))
                   WHERE o."circleId" = c.id AND o.answer = 'JOINED' AND o."userId" <> ${from})
        OR (c.id <> ALL(${own})
            AND (EXISTS (SELECT 1 FROM circle e
                         WHERE e.id = ANY(${own}) AND e."eventId" = c."eventId" AND e."calledOffAt" IS NULL
                           AND abs(extract(epoch FROM e."startsAt" - c."startsAt")) * 1000 < ${CIRCLE_LASTS_MS})
              OR EXISTS (SELECT 1 FROM check_in h
                         WHERE h."userId" = ${to} AND h."eventId" = c."eventId" AND h."leftAt" < c."startsAt"))))`
}
