-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('OWNER', 'ORGANIZER', 'HOST', 'MEMBER');

-- CreateEnum
CREATE TYPE "EventStatus" AS ENUM ('SCHEDULED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "SuggestionKind" AS ENUM ('MUTUAL', 'ONE_WAY');

-- CreateEnum
CREATE TYPE "MeetingState" AS ENUM ('PROPOSED', 'CONFIRMED');

-- CreateEnum
CREATE TYPE "MeetingMethod" AS ENUM ('PASS', 'CONFIRMATION');

-- CreateEnum
CREATE TYPE "InteractionKind" AS ENUM ('MET', 'WROTE', 'CALLED', 'NOTE');

-- CreateEnum
CREATE TYPE "FollowUpState" AS ENUM ('OPEN', 'DONE', 'LATER', 'NOT_NEEDED');

-- CreateEnum
CREATE TYPE "MailKind" AS ENUM ('SIGN_IN', 'EVENT', 'MORNING_AFTER', 'DIGEST', 'INTRODUCTION', 'ANNOUNCEMENT');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'SUPPRESSED', 'UNKNOWN');

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "setUpAt" TIMESTAMPTZ(3),
    "operatorId" TEXT,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "email" VARCHAR(254),
    "emailVerified" TIMESTAMPTZ(3),
    "doorEmail" VARCHAR(254),
    "welcomedAt" TIMESTAMPTZ(3),
    "timeZone" VARCHAR(64),
    "locale" VARCHAR(16) NOT NULL DEFAULT 'en',
    "passHash" VARCHAR(64) NOT NULL,
    "passVersion" INTEGER NOT NULL DEFAULT 1,
    "describedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "sessionToken" VARCHAR(64) NOT NULL,
    "userId" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_token" (
    "identifier" VARCHAR(254) NOT NULL,
    "token" VARCHAR(64) NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "verification_token_pkey" PRIMARY KEY ("identifier")
);

-- CreateTable
CREATE TABLE "community" (
    "id" TEXT NOT NULL,
    "slug" VARCHAR(60) NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "timeZone" VARCHAR(64) NOT NULL,
    "postalAddress" VARCHAR(300) NOT NULL DEFAULT '',
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "community_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "communityId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" "Role" NOT NULL DEFAULT 'MEMBER',
    "joinedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("communityId","userId")
);

-- CreateTable
CREATE TABLE "series" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "slug" VARCHAR(60) NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "description" VARCHAR(2000) NOT NULL DEFAULT '',
    "rrule" VARCHAR(500) NOT NULL,
    "startsAtLocal" VARCHAR(16) NOT NULL,
    "durationMinutes" INTEGER NOT NULL,
    "timeZone" VARCHAR(64) NOT NULL,
    "venueName" VARCHAR(120) NOT NULL DEFAULT '',
    "venueAddress" VARCHAR(300) NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "seriesId" TEXT,
    "recurrenceId" VARCHAR(16),
    "name" VARCHAR(120) NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "timeZone" VARCHAR(64) NOT NULL,
    "venueName" VARCHAR(120) NOT NULL DEFAULT '',
    "venueAddress" VARCHAR(300) NOT NULL DEFAULT '',
    "status" "EventStatus" NOT NULL DEFAULT 'SCHEDULED',
    "suggestedAt" TIMESTAMPTZ(3),
    "morningAfterQueuedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "visitNumber" INTEGER NOT NULL,
    "nonce" VARCHAR(64) NOT NULL,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "profile" (
    "userId" TEXT NOT NULL,
    "headline" VARCHAR(120) NOT NULL DEFAULT '',
    "ask" VARCHAR(200) NOT NULL DEFAULT '',
    "offer" VARCHAR(200) NOT NULL DEFAULT '',
    "starter" VARCHAR(200) NOT NULL DEFAULT '',
    "visible" BOOLEAN NOT NULL DEFAULT true,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "profile_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "interest" (
    "id" TEXT NOT NULL,
    "slug" VARCHAR(60) NOT NULL,
    "label" VARCHAR(60) NOT NULL,
    "field" VARCHAR(40) NOT NULL DEFAULT '',
    "curated" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interest_synonym" (
    "slug" VARCHAR(60) NOT NULL,
    "interestId" TEXT NOT NULL,

    CONSTRAINT "interest_synonym_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "user_interest" (
    "userId" TEXT NOT NULL,
    "interestId" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_interest_pkey" PRIMARY KEY ("userId","interestId")
);

-- CreateTable
CREATE TABLE "suggestion" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "kind" "SuggestionKind" NOT NULL DEFAULT 'MUTUAL',
    "score" DOUBLE PRECISION NOT NULL,
    "reasons" JSONB NOT NULL,
    "question" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shownAt" TIMESTAMPTZ(3),

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "userAId" TEXT NOT NULL,
    "userBId" TEXT NOT NULL,
    "state" "MeetingState" NOT NULL,
    "method" "MeetingMethod" NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "declinedAt" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "userId" TEXT,
    "name" VARCHAR(200) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interaction" (
    "id" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "kind" "InteractionKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" VARCHAR(2000) NOT NULL DEFAULT '',
    "meetingId" TEXT,

    CONSTRAINT "interaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "eventId" TEXT,
    "state" "FollowUpState" NOT NULL DEFAULT 'OPEN',
    "dueOn" DATE NOT NULL,
    "draft" VARCHAR(500) NOT NULL DEFAULT '',
    "actedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "block" (
    "blockerId" TEXT NOT NULL,
    "blockedId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "block_pkey" PRIMARY KEY ("blockerId","blockedId")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" TEXT NOT NULL,
    "kind" "MailKind" NOT NULL,
    "recipient" VARCHAR(254) NOT NULL,
    "subjectKey" VARCHAR(120) NOT NULL,
    "userId" TEXT,
    "communityId" TEXT,
    "props" JSONB NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'QUEUED',
    "messageId" VARCHAR(120) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" VARCHAR(300),
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_suppression" (
    "address" VARCHAR(254) NOT NULL,
    "kind" "MailKind" NOT NULL,
    "reason" VARCHAR(120) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_suppression_pkey" PRIMARY KEY ("address","kind")
);

-- CreateTable
CREATE TABLE "former_id" (
    "id" TEXT NOT NULL,
    "currentId" TEXT NOT NULL,

    CONSTRAINT "former_id_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_passHash_key" ON "user"("passHash");

-- CreateIndex
CREATE INDEX "user_doorEmail_idx" ON "user"("doorEmail");

-- CreateIndex
CREATE UNIQUE INDEX "session_sessionToken_key" ON "session"("sessionToken");

-- CreateIndex
CREATE INDEX "session_userId_idx" ON "session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "verification_token_token_key" ON "verification_token"("token");

-- CreateIndex
CREATE UNIQUE INDEX "community_slug_key" ON "community"("slug");

-- CreateIndex
CREATE INDEX "membership_userId_idx" ON "membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "series_communityId_slug_key" ON "series"("communityId", "slug");

-- CreateIndex
CREATE INDEX "event_communityId_startsAt_idx" ON "event"("communityId", "startsAt");

-- CreateIndex
CREATE INDEX "event_endsAt_idx" ON "event"("endsAt");

-- CreateIndex
CREATE UNIQUE INDEX "event_seriesId_recurrenceId_key" ON "event"("seriesId", "recurrenceId");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_nonce_key" ON "check_in"("nonce");

-- CreateIndex
CREATE INDEX "check_in_userId_communityId_idx" ON "check_in"("userId", "communityId");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_eventId_userId_key" ON "check_in"("eventId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "interest_slug_key" ON "interest"("slug");

-- CreateIndex
CREATE INDEX "interest_synonym_interestId_idx" ON "interest_synonym"("interestId");

-- CreateIndex
CREATE INDEX "user_interest_interestId_idx" ON "user_interest"("interestId");

-- CreateIndex
CREATE INDEX "suggestion_eventId_otherId_idx" ON "suggestion"("eventId", "otherId");

-- CreateIndex
CREATE UNIQUE INDEX "suggestion_eventId_userId_otherId_key" ON "suggestion"("eventId", "userId", "otherId");

-- CreateIndex
CREATE INDEX "meeting_userAId_idx" ON "meeting"("userAId");

-- CreateIndex
CREATE INDEX "meeting_userBId_idx" ON "meeting"("userBId");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_eventId_userAId_userBId_key" ON "meeting"("eventId", "userAId", "userBId");

-- CreateIndex
CREATE UNIQUE INDEX "contact_ownerId_userId_key" ON "contact"("ownerId", "userId");

-- CreateIndex
CREATE INDEX "interaction_contactId_at_idx" ON "interaction"("contactId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "interaction_contactId_meetingId_key" ON "interaction"("contactId", "meetingId");

-- CreateIndex
CREATE INDEX "follow_up_ownerId_state_dueOn_idx" ON "follow_up"("ownerId", "state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "follow_up_contactId_eventId_key" ON "follow_up"("contactId", "eventId");

-- CreateIndex
CREATE INDEX "block_blockedId_idx" ON "block"("blockedId");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mail_messageId_key" ON "outbox_mail"("messageId");

-- CreateIndex
CREATE INDEX "outbox_mail_state_dueAt_idx" ON "outbox_mail"("state", "dueAt");

-- CreateIndex
CREATE INDEX "outbox_mail_userId_idx" ON "outbox_mail"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mail_kind_recipient_subjectKey_key" ON "outbox_mail"("kind", "recipient", "subjectKey");

-- CreateIndex
CREATE INDEX "former_id_currentId_idx" ON "former_id"("currentId");

-- AddForeignKey
ALTER TABLE "installation" ADD CONSTRAINT "installation_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile" ADD CONSTRAINT "profile_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest_synonym" ADD CONSTRAINT "interest_synonym_interestId_fkey" FOREIGN KEY ("interestId") REFERENCES "interest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_interest" ADD CONSTRAINT "user_interest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_interest" ADD CONSTRAINT "user_interest_interestId_fkey" FOREIGN KEY ("interestId") REFERENCES "interest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_userAId_fkey" FOREIGN KEY ("userAId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_userBId_fkey" FOREIGN KEY ("userBId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interaction" ADD CONSTRAINT "interaction_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interaction" ADD CONSTRAINT "interaction_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_blockerId_fkey" FOREIGN KEY ("blockerId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_blockedId_fkey" FOREIGN KEY ("blockedId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

