-- CreateEnum
CREATE TYPE "SuggestionPlace" AS ENUM ('AFFINITY', 'UNEXPECTED', 'FILL');

-- AlterTable
ALTER TABLE "event" ADD COLUMN "solvedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "check_in"
  ADD COLUMN "leftAt" TIMESTAMPTZ(3),
  ADD COLUMN "returnedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "profile"
  ADD COLUMN "organization" VARCHAR(60) NOT NULL DEFAULT '',
  ADD COLUMN "city" VARCHAR(60) NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "suggestion"
  ADD COLUMN "place" "SuggestionPlace" NOT NULL DEFAULT 'FILL',
  ADD COLUMN "features" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "openedAt" TIMESTAMPTZ(3),
  ADD COLUMN "keptAt" TIMESTAMPTZ(3),
  ADD COLUMN "notTonightAt" TIMESTAMPTZ(3),
  ADD COLUMN "withdrawnAt" TIMESTAMPTZ(3);

-- What nobody was ever shown is deleted when it falls: there is nothing to learn from it.
ALTER TABLE "suggestion"
  ADD CONSTRAINT "suggestion_outcome_of_shown" CHECK (
    "shownAt" IS NOT NULL OR ("openedAt" IS NULL AND "keptAt" IS NULL AND "notTonightAt" IS NULL AND "withdrawnAt" IS NULL));

-- What became of every suggestion. Met, noted and followed up are read off what the two have done, so
-- that undoing a meeting takes them back; of notes only that there is one.
CREATE VIEW "suggestion_outcome" AS
SELECT s."id", e."communityId", s."eventId", s."userId", s."otherId",
       s."rank", s."kind", s."place", s."score", s."features",
       s."createdAt", s."shownAt", s."openedAt", s."keptAt", s."notTonightAt", s."withdrawnAt",
       m."confirmedAt" AS "metAt",
       EXISTS (SELECT FROM "interaction" i
               WHERE i."meetingId" = m."id" AND i."note" <> '') AS "noted",
       EXISTS (SELECT FROM "interaction" i
               JOIN "follow_up" f ON f."contactId" = i."contactId" AND f."eventId" = s."eventId" AND f."state" = 'DONE'
               WHERE i."meetingId" = m."id") AS "followedUp"
FROM "suggestion" s
JOIN "event" e ON e."id" = s."eventId"
LEFT JOIN "meeting" m
  ON m."eventId" = s."eventId" AND m."state" = 'CONFIRMED'
 AND m."userAId" = CASE WHEN s."userId" COLLATE "C" < s."otherId" COLLATE "C" THEN s."userId" ELSE s."otherId" END
 AND m."userBId" = CASE WHEN s."userId" COLLATE "C" < s."otherId" COLLATE "C" THEN s."otherId" ELSE s."userId" END;

-- A note is looked up by its meeting here; the other index begins with the contact.
CREATE INDEX "interaction_meetingId_idx" ON "interaction"("meetingId");
