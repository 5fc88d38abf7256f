-- AlterTable
ALTER TABLE "check_in" ADD COLUMN     "pushedAt" TIMESTAMPTZ(3);

-- AlterTable
-- No version has written a subscription before this one.
ALTER TABLE "push_subscription" ADD COLUMN     "sessionId" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "update" ADD COLUMN     "meantFor" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "push_subscription_sessionId_idx" ON "push_subscription"("sessionId");

-- AddForeignKey
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
