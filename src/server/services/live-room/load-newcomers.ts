import type { Newcomer } from '@/domain/meeting/newcomers-alone'
import type { Db } from '@/server/db/client'

/** Somebody who is there for the first time, as a host may know them. */
export interface NewcomerRow extends Newcomer {
  readonly personId: string
  /** As the badge has it. */
  readonly name: string
  readonly headline: string
  /** False for who does not want to be shown, and where one of the two has blocked the other. */
  readonly shown: boolean
}

/** The newcomers who are at an event now. */
export function loadNewcomers(
  db: Db,
  { eventId, viewerId, now }: { readonly eventId: string; readonly viewerId: string; readonly now: Date },
): Promise<NewcomerRow[]> {
  return db.$queryRaw<NewcomerRow[]>`
    SELECT c."userId" AS "personId", coalesce(c."badgeName", u.name) AS name, coalesce(p.headline, '') AS headline,
           coalesce(p.visible, true) AND NOT EXISTS (
             SELECT 1 FROM block b
             WHERE (b."blockerId" = c."userId" AND b."blockedId" = ${viewerId})
                OR (b."blockerId" = ${viewerId} AND b."blockedId" = c."userId")) AS shown,
           c.at AS "arrivedAt", c."returnedAt", c."greetedAt",
           (SELECT max(m."confirmedAt") FROM meeting m
            WHERE m."eventId" = c."eventId" AND m.state = 'CONFIRMED'
              AND (m."userAId" = c."userId" OR m."userBId" = c."userId")) AS "lastMetAt",
           (SELECT max(k."startsAt") FROM circle k
            JOIN circle_invitation i ON i."circleId" = k.id AND i."userId" = c."userId" AND i.answer = 'JOINED'
            WHERE k."eventId" = c."eventId" AND k."calledOffAt" IS NULL AND k."startsAt" <= ${now}
              AND EXISTS (SELECT 1 FROM circle_invitation o
                          WHERE o."circleId" = k.id AND o."userId" <> c."userId" AND o.answer = 'JOINED')) AS "satDownAt"
    FROM check_in c JOIN "user" u ON u.id = c."userId" LEFT JOIN profile p ON p."userId" = c."userId"
    WHERE c."eventId" = ${eventId} AND c."visitNumber" = 1 AND c."leftAt" IS NULL
    ORDER BY c.at, c.id`
}
