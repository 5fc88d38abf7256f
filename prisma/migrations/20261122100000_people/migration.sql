-- My people, imports, introductions, asks, updates, and how each person is reminded.

-- CreateEnum
CREATE TYPE "Cadence" AS ENUM ('WEEKLY', 'FORTNIGHTLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'NONE');

-- CreateEnum
CREATE TYPE "ContactSource" AS ENUM ('MEETING', 'HAND', 'IMPORT', 'INTRODUCTION');

-- CreateEnum
CREATE TYPE "ContactFieldKind" AS ENUM ('EMAIL', 'PHONE', 'URL', 'ADDRESS');

-- CreateEnum
CREATE TYPE "DigestRhythm" AS ENUM ('WEEKLY', 'DAILY');

-- CreateEnum
CREATE TYPE "ImportFormat" AS ENUM ('CSV', 'LINKEDIN', 'GOOGLE', 'VCARD');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('PREVIEW', 'RUNNING', 'DONE', 'FAILED', 'UNDONE');

-- CreateEnum
CREATE TYPE "ImportDecision" AS ENUM ('ADD', 'UPDATE', 'SAME', 'SKIP', 'REFUSED');

-- CreateEnum
CREATE TYPE "IntroductionAnswer" AS ENUM ('WAITING', 'ACCEPTED', 'DECLINED');

-- CreateEnum
CREATE TYPE "IntroductionOutcome" AS ENUM ('IN_TOUCH', 'NOT_YET', 'NOTHING');

-- CreateEnum
CREATE TYPE "AskAnswer" AS ENUM ('WAITING', 'CAN_HELP', 'KNOWS_SOMEONE', 'PASSED');

-- CreateEnum
CREATE TYPE "UpdateAudience" AS ENUM ('PEOPLE', 'GROUPS', 'EVENT');

-- AlterEnum
ALTER TYPE "InteractionKind" ADD VALUE 'INTRODUCED';

-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "about" VARCHAR(4000) NOT NULL DEFAULT '',
ADD COLUMN     "birthday" VARCHAR(10),
ADD COLUMN     "cadence" "Cadence",
ADD COLUMN     "importRunId" TEXT,
ADD COLUMN     "organization" VARCHAR(200) NOT NULL DEFAULT '',
ADD COLUMN     "skippedAt" TIMESTAMPTZ(3),
ADD COLUMN     "snoozedAt" TIMESTAMPTZ(3),
ADD COLUMN     "snoozedUntil" DATE,
ADD COLUMN     "source" "ContactSource" NOT NULL DEFAULT 'MEETING',
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "title" VARCHAR(200) NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "follow_up" ADD COLUMN     "about" VARCHAR(200) NOT NULL DEFAULT '',
ADD COLUMN     "dueTime" VARCHAR(5);

-- AlterTable
ALTER TABLE "interaction" ADD COLUMN     "myPromise" VARCHAR(500) NOT NULL DEFAULT '',
ADD COLUMN     "myPromiseKeptAt" TIMESTAMPTZ(3),
ADD COLUMN     "nonce" VARCHAR(64),
ADD COLUMN     "theirPromise" VARCHAR(500) NOT NULL DEFAULT '',
ADD COLUMN     "theirPromiseKeptAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "contact_field" (
    "id" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "kind" "ContactFieldKind" NOT NULL,
    "label" VARCHAR(60) NOT NULL DEFAULT '',
    "value" VARCHAR(500) NOT NULL,
    "key" VARCHAR(500) NOT NULL,
    "sharedById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_field_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_group" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "cadence" "Cadence",
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_group_member" (
    "groupId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,

    CONSTRAINT "contact_group_member_pkey" PRIMARY KEY ("groupId","contactId")
);

-- CreateTable
CREATE TABLE "contacts_apart" (
    "aId" TEXT NOT NULL,
    "bId" TEXT NOT NULL,

    CONSTRAINT "contacts_apart_pkey" PRIMARY KEY ("aId","bId")
);

-- CreateTable
CREATE TABLE "contact_merge" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "keptId" TEXT NOT NULL,
    "gone" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,
    "mergedAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "contact_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "format" "ImportFormat" NOT NULL,
    "fileName" VARCHAR(200) NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'PREVIEW',
    "choices" JSONB NOT NULL DEFAULT '{}',
    "rows" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "problem" VARCHAR(300),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "runId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "card" JSONB,
    "problem" VARCHAR(300),
    "decision" "ImportDecision",
    "contactId" TEXT,
    "before" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("runId","line")
);

-- CreateTable
CREATE TABLE "follow_up_settings" (
    "userId" TEXT NOT NULL,
    "cadence" "Cadence" NOT NULL DEFAULT 'QUARTERLY',
    "pausedAt" TIMESTAMPTZ(3),
    "pausedUntil" DATE,
    "digestRhythm" "DigestRhythm" NOT NULL DEFAULT 'WEEKLY',
    "digestWeekday" INTEGER NOT NULL DEFAULT 1,
    "nextDigestAt" TIMESTAMPTZ(3),
    "quietFrom" INTEGER NOT NULL DEFAULT 20,
    "quietTo" INTEGER NOT NULL DEFAULT 8,
    "pushSuggestions" BOOLEAN NOT NULL DEFAULT false,
    "pushMeetings" BOOLEAN NOT NULL DEFAULT false,
    "moreOf" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "moreOfText" VARCHAR(200) NOT NULL DEFAULT '',
    "auditedAt" TIMESTAMPTZ(3),

    CONSTRAINT "follow_up_settings_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "introduction" (
    "id" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "aId" TEXT NOT NULL,
    "bId" TEXT NOT NULL,
    "askId" TEXT,
    "nonce" VARCHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "connectedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "introduction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "introduction_side" (
    "introductionId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "reason" VARCHAR(300) NOT NULL,
    "answer" "IntroductionAnswer" NOT NULL DEFAULT 'WAITING',
    "answeredAt" TIMESTAMPTZ(3),
    "shares" JSONB NOT NULL DEFAULT '[]',
    "outcomeAskedAt" TIMESTAMPTZ(3),
    "outcome" "IntroductionOutcome",

    CONSTRAINT "introduction_side_pkey" PRIMARY KEY ("introductionId","userId")
);

-- CreateTable
CREATE TABLE "ask" (
    "id" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "communityId" TEXT,
    "text" VARCHAR(200) NOT NULL,
    "shares" JSONB NOT NULL DEFAULT '[]',
    "nonce" VARCHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ask_recipient" (
    "askId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "answer" "AskAnswer" NOT NULL DEFAULT 'WAITING',
    "note" VARCHAR(300) NOT NULL DEFAULT '',
    "shares" JSONB NOT NULL DEFAULT '[]',
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "ask_recipient_pkey" PRIMARY KEY ("askId","userId")
);

-- CreateTable
CREATE TABLE "update" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "eventId" TEXT,
    "audience" "UpdateAudience" NOT NULL,
    "text" VARCHAR(500) NOT NULL,
    "nonce" VARCHAR(64) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "update_reader" (
    "updateId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "shownAt" TIMESTAMPTZ(3),

    CONSTRAINT "update_reader_pkey" PRIMARY KEY ("updateId","userId")
);

-- CreateTable
CREATE TABLE "update_mute" (
    "userId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "update_mute_pkey" PRIMARY KEY ("userId","authorId")
);

-- CreateTable
CREATE TABLE "push_subscription" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "endpoint" VARCHAR(1000) NOT NULL,
    "p256dh" VARCHAR(100) NOT NULL,
    "auth" VARCHAR(40) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contact_field_sharedById_idx" ON "contact_field"("sharedById");

-- CreateIndex
CREATE UNIQUE INDEX "contact_field_contactId_kind_key_key" ON "contact_field"("contactId", "kind", "key");

-- CreateIndex
CREATE UNIQUE INDEX "contact_group_ownerId_name_key" ON "contact_group"("ownerId", "name");

-- CreateIndex
CREATE INDEX "contact_group_member_contactId_idx" ON "contact_group_member"("contactId");

-- CreateIndex
CREATE INDEX "contacts_apart_bId_idx" ON "contacts_apart"("bId");

-- CreateIndex
CREATE INDEX "contact_merge_ownerId_idx" ON "contact_merge"("ownerId");

-- CreateIndex
CREATE INDEX "contact_merge_keptId_idx" ON "contact_merge"("keptId");

-- CreateIndex
CREATE INDEX "import_run_ownerId_createdAt_idx" ON "import_run"("ownerId", "createdAt");

-- CreateIndex
CREATE INDEX "import_row_contactId_idx" ON "import_row"("contactId");

-- CreateIndex
CREATE INDEX "follow_up_settings_nextDigestAt_idx" ON "follow_up_settings"("nextDigestAt");

-- CreateIndex
CREATE UNIQUE INDEX "introduction_nonce_key" ON "introduction"("nonce");

-- CreateIndex
CREATE INDEX "introduction_byId_aId_bId_idx" ON "introduction"("byId", "aId", "bId");

-- CreateIndex
CREATE INDEX "introduction_aId_bId_idx" ON "introduction"("aId", "bId");

-- CreateIndex
CREATE INDEX "introduction_askId_idx" ON "introduction"("askId");

-- CreateIndex
CREATE INDEX "introduction_side_userId_idx" ON "introduction_side"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ask_nonce_key" ON "ask"("nonce");

-- CreateIndex
CREATE INDEX "ask_byId_idx" ON "ask"("byId");

-- CreateIndex
CREATE INDEX "ask_communityId_idx" ON "ask"("communityId");

-- CreateIndex
CREATE INDEX "ask_recipient_userId_idx" ON "ask_recipient"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "update_nonce_key" ON "update"("nonce");

-- CreateIndex
CREATE INDEX "update_userId_at_idx" ON "update"("userId", "at");

-- CreateIndex
CREATE INDEX "update_eventId_idx" ON "update"("eventId");

-- CreateIndex
CREATE INDEX "update_reader_userId_shownAt_idx" ON "update_reader"("userId", "shownAt");

-- CreateIndex
CREATE INDEX "update_mute_authorId_idx" ON "update_mute"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscription_endpoint_key" ON "push_subscription"("endpoint");

-- CreateIndex
CREATE INDEX "push_subscription_userId_idx" ON "push_subscription"("userId");

-- CreateIndex
CREATE INDEX "contact_importRunId_idx" ON "contact"("importRunId");

-- CreateIndex
CREATE UNIQUE INDEX "interaction_contactId_nonce_key" ON "interaction"("contactId", "nonce");

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "import_run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_field" ADD CONSTRAINT "contact_field_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_field" ADD CONSTRAINT "contact_field_sharedById_fkey" FOREIGN KEY ("sharedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_group" ADD CONSTRAINT "contact_group_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_group_member" ADD CONSTRAINT "contact_group_member_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "contact_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_group_member" ADD CONSTRAINT "contact_group_member_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts_apart" ADD CONSTRAINT "contacts_apart_aId_fkey" FOREIGN KEY ("aId") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts_apart" ADD CONSTRAINT "contacts_apart_bId_fkey" FOREIGN KEY ("bId") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_merge" ADD CONSTRAINT "contact_merge_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_merge" ADD CONSTRAINT "contact_merge_keptId_fkey" FOREIGN KEY ("keptId") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_runId_fkey" FOREIGN KEY ("runId") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up_settings" ADD CONSTRAINT "follow_up_settings_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_byId_fkey" FOREIGN KEY ("byId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_askId_fkey" FOREIGN KEY ("askId") REFERENCES "ask"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction_side" ADD CONSTRAINT "introduction_side_introductionId_fkey" FOREIGN KEY ("introductionId") REFERENCES "introduction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction_side" ADD CONSTRAINT "introduction_side_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ask" ADD CONSTRAINT "ask_byId_fkey" FOREIGN KEY ("byId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ask" ADD CONSTRAINT "ask_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ask_recipient" ADD CONSTRAINT "ask_recipient_askId_fkey" FOREIGN KEY ("askId") REFERENCES "ask"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ask_recipient" ADD CONSTRAINT "ask_recipient_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update" ADD CONSTRAINT "update_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update" ADD CONSTRAINT "update_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update_reader" ADD CONSTRAINT "update_reader_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "update"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update_reader" ADD CONSTRAINT "update_reader_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update_mute" ADD CONSTRAINT "update_mute_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update_mute" ADD CONSTRAINT "update_mute_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- What Prisma's schema language cannot say.

ALTER TABLE "contact"
  ADD CONSTRAINT "contact_birthday" CHECK ("birthday" ~ '^([0-9]{4}|-)-[0-9]{2}-[0-9]{2}$'),
  ADD CONSTRAINT "contact_snooze" CHECK (("snoozedUntil" IS NULL) = ("snoozedAt" IS NULL));

ALTER TABLE "contacts_apart"
  ADD CONSTRAINT "contacts_apart_ordered_pair" CHECK ("aId" COLLATE "C" < "bId" COLLATE "C");

ALTER TABLE "follow_up"
  ADD CONSTRAINT "follow_up_due_time" CHECK ("dueTime" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');

ALTER TABLE "follow_up_settings"
  ADD CONSTRAINT "follow_up_settings_weekday" CHECK ("digestWeekday" BETWEEN 1 AND 7),
  ADD CONSTRAINT "follow_up_settings_quiet" CHECK ("quietFrom" BETWEEN 0 AND 23 AND "quietTo" BETWEEN 0 AND 23),
  ADD CONSTRAINT "follow_up_settings_paused" CHECK ("pausedUntil" IS NULL OR "pausedAt" IS NOT NULL);

ALTER TABLE "import_run"
  ADD CONSTRAINT "import_run_done" CHECK ("done" BETWEEN 0 AND "rows");

ALTER TABLE "introduction"
  ADD CONSTRAINT "introduction_ordered_pair" CHECK ("aId" COLLATE "C" < "bId" COLLATE "C"),
  ADD CONSTRAINT "introduction_by_another" CHECK ("byId" NOT IN ("aId", "bId"));

-- One at a time by the same person of the same two: a second one waits until the first is over.
CREATE UNIQUE INDEX "introduction_open" ON "introduction" ("byId", "aId", "bId")
  WHERE "connectedAt" IS NULL AND "withdrawnAt" IS NULL;

ALTER TABLE "introduction_side"
  ADD CONSTRAINT "introduction_side_answered" CHECK (("answer" <> 'WAITING') = ("answeredAt" IS NOT NULL));

ALTER TABLE "ask_recipient"
  ADD CONSTRAINT "ask_recipient_answered" CHECK (("answer" <> 'WAITING') = ("answeredAt" IS NOT NULL));

ALTER TABLE "update"
  ADD CONSTRAINT "update_of_event" CHECK (("audience" = 'EVENT') = ("eventId" IS NOT NULL));

ALTER TABLE "update_mute"
  ADD CONSTRAINT "update_mute_of_another" CHECK ("userId" <> "authorId");

-- Search over one's own people: names with slips in them by trigrams, notes by words.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A text as it is searched: lower case, without the marks of Latin, Greek and Cyrillic letters and the
-- vowel points of Arabic and Hebrew. As src/domain/check-in/name-search.ts folds names.
CREATE FUNCTION "fold_text"("text" text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN replace(replace(replace(translate(
    normalize(regexp_replace(lower(normalize("text", NFKD)), '[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670''’ʼ`´]', '', 'g'), NFC),
    'øđðħıłςё', 'oddhilσе'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe');

CREATE INDEX "contact_name_trigrams" ON "contact"
  USING gin (fold_text("name" || ' ' || "organization" || ' ' || "title") gin_trgm_ops);
CREATE INDEX "contact_about_words" ON "contact"
  USING gin (to_tsvector('simple', fold_text("about")));
CREATE INDEX "interaction_words" ON "interaction"
  USING gin (to_tsvector('simple', fold_text("note" || ' ' || "myPromise" || ' ' || "theirPromise")));
