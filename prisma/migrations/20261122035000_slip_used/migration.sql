-- AlterTable
ALTER TABLE "user" ADD COLUMN     "slipUsedAt" TIMESTAMPTZ(3);

-- A guest who has a session now has used their slip.
UPDATE "user" u SET "slipUsedAt" = s."createdAt"
FROM (SELECT "userId", min("createdAt") AS "createdAt" FROM "session" GROUP BY "userId") s
WHERE s."userId" = u.id AND u."slipHash" IS NOT NULL AND u.email IS NULL;
