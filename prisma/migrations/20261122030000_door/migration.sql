-- The door: RSVPs and their waitlist, hosts and what they do there, changes of series and events.

-- CreateEnum
CREATE TYPE "RsvpMode" AS ENUM ('OPTIONAL', 'REQUIRED');

-- CreateEnum
CREATE TYPE "RsvpState" AS ENUM ('GOING', 'WAITLISTED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "DoorMode" AS ENUM ('ROTATING', 'POSTER');

-- CreateEnum
CREATE TYPE "CheckInMethod" AS ENUM ('DOOR_CODE', 'SCAN', 'NAME', 'WALK_IN');

-- AlterTable
ALTER TABLE "check_in" ADD COLUMN     "badgeName" VARCHAR(200),
ADD COLUMN     "byId" TEXT,
ADD COLUMN     "method" "CheckInMethod" NOT NULL DEFAULT 'DOOR_CODE',
ADD COLUMN     "recordedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "capacity" INTEGER,
ADD COLUMN     "changedAt" TIMESTAMPTZ(3),
ADD COLUMN     "description" VARCHAR(2000) NOT NULL DEFAULT '',
ADD COLUMN     "doorMode" "DoorMode" NOT NULL DEFAULT 'ROTATING',
ADD COLUMN     "ownChangesAt" TIMESTAMPTZ(3),
ADD COLUMN     "plusOnes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "posterVersion" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "remindedAt" TIMESTAMPTZ(3),
ADD COLUMN     "rsvpMode" "RsvpMode" NOT NULL DEFAULT 'OPTIONAL',
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "series" ADD COLUMN     "capacity" INTEGER,
ADD COLUMN     "extraDates" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "plusOnes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rsvpMode" "RsvpMode" NOT NULL DEFAULT 'OPTIONAL',
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "skipDates" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "calendarHash" VARCHAR(64),
ADD COLUMN     "calendarVersion" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "slipHash" VARCHAR(64);

-- CreateTable
CREATE TABLE "check_in_undo" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "visitNumber" INTEGER NOT NULL,
    "method" "CheckInMethod" NOT NULL,
    "nonce" VARCHAR(64) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneById" TEXT,
    "reason" VARCHAR(200) NOT NULL,

    CONSTRAINT "check_in_undo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rsvp" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "state" "RsvpState" NOT NULL,
    "plusOnes" INTEGER NOT NULL DEFAULT 0,
    "turn" SERIAL NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,
    "promotedAt" TIMESTAMPTZ(3),
    "confirmBy" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "lapsedAt" TIMESTAMPTZ(3),
    "ticketHash" VARCHAR(64) NOT NULL,
    "code" VARCHAR(8) NOT NULL,

    CONSTRAINT "rsvp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "door_grant" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "label" VARCHAR(80) NOT NULL DEFAULT '',
    "tokenHash" VARCHAR(64) NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "userId" TEXT,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "door_grant_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "check_in_byId_idx" ON "check_in"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_undo_nonce_key" ON "check_in_undo"("nonce");

-- CreateIndex
CREATE INDEX "check_in_undo_eventId_userId_idx" ON "check_in_undo"("eventId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "rsvp_ticketHash_key" ON "rsvp"("ticketHash");

-- CreateIndex
CREATE INDEX "rsvp_eventId_state_turn_idx" ON "rsvp"("eventId", "state", "turn");

-- CreateIndex
CREATE INDEX "rsvp_userId_idx" ON "rsvp"("userId");

-- CreateIndex
CREATE INDEX "rsvp_confirmBy_idx" ON "rsvp"("confirmBy");

-- CreateIndex
CREATE UNIQUE INDEX "rsvp_eventId_userId_key" ON "rsvp"("eventId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "rsvp_eventId_code_key" ON "rsvp"("eventId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "door_grant_tokenHash_key" ON "door_grant"("tokenHash");

-- CreateIndex
CREATE INDEX "door_grant_eventId_idx" ON "door_grant"("eventId");

-- CreateIndex
CREATE INDEX "door_grant_userId_idx" ON "door_grant"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "user_calendarHash_key" ON "user"("calendarHash");

-- CreateIndex
CREATE UNIQUE INDEX "user_slipHash_key" ON "user"("slipHash");

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_byId_fkey" FOREIGN KEY ("byId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_undo" ADD CONSTRAINT "check_in_undo_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_undo" ADD CONSTRAINT "check_in_undo_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_undo" ADD CONSTRAINT "check_in_undo_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rsvp" ADD CONSTRAINT "rsvp_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rsvp" ADD CONSTRAINT "rsvp_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "door_grant" ADD CONSTRAINT "door_grant_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "door_grant" ADD CONSTRAINT "door_grant_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "door_grant" ADD CONSTRAINT "door_grant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE "series"
  ADD CONSTRAINT "series_capacity" CHECK ("capacity" BETWEEN 1 AND 100000),
  ADD CONSTRAINT "series_plus_ones" CHECK ("plusOnes" BETWEEN 0 AND 10);

ALTER TABLE "event"
  ADD CONSTRAINT "event_capacity" CHECK ("capacity" BETWEEN 1 AND 100000),
  ADD CONSTRAINT "event_plus_ones" CHECK ("plusOnes" BETWEEN 0 AND 10),
  ADD CONSTRAINT "event_poster_version" CHECK ("posterVersion" >= 1);

-- A place to confirm is one that was given: who is not going holds none.
ALTER TABLE "rsvp"
  ADD CONSTRAINT "rsvp_plus_ones" CHECK ("plusOnes" BETWEEN 0 AND 10),
  ADD CONSTRAINT "rsvp_confirm" CHECK ("confirmBy" IS NULL OR ("state" = 'GOING' AND "promotedAt" IS NOT NULL)),
  ADD CONSTRAINT "rsvp_cancelled" CHECK (("state" = 'CANCELLED') = ("cancelledAt" IS NOT NULL)),
  ADD CONSTRAINT "rsvp_lapsed" CHECK ("lapsedAt" IS NULL OR "state" = 'CANCELLED');

ALTER TABLE "door_grant"
  ADD CONSTRAINT "door_grant_accepted" CHECK ("acceptedAt" IS NOT NULL OR "userId" IS NULL);
