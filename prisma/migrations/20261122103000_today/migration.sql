-- Drafts to people who have no prompt, and taking back what was put off.

-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "draft" VARCHAR(1000) NOT NULL DEFAULT '',
ADD COLUMN     "draftedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "follow_up" ADD COLUMN     "putOffFrom" DATE;
