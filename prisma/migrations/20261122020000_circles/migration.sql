CREATE TYPE "CircleAnswer" AS ENUM ('INVITED', 'JOINED', 'DECLINED');

CREATE TABLE "circle" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "interestId" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" VARCHAR(120) NOT NULL DEFAULT '',
    "seats" INTEGER NOT NULL,
    "openedById" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "calledOffAt" TIMESTAMPTZ(3),

    CONSTRAINT "circle_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "circle_seats" CHECK ("seats" BETWEEN 2 AND 20)
);

CREATE TABLE "circle_invitation" (
    "circleId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "answer" "CircleAnswer" NOT NULL DEFAULT 'INVITED',
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "circle_invitation_pkey" PRIMARY KEY ("circleId","userId"),
    CONSTRAINT "circle_invitation_answered" CHECK (("answer" <> 'INVITED') = ("answeredAt" IS NOT NULL))
);

CREATE INDEX "circle_eventId_idx" ON "circle"("eventId");
CREATE INDEX "circle_interestId_idx" ON "circle"("interestId");
CREATE INDEX "circle_invitation_userId_idx" ON "circle_invitation"("userId");

-- Two hosts who open the same topic at the same moment open one circle.
CREATE UNIQUE INDEX "circle_one_for_a_topic" ON "circle"("eventId", "interestId") WHERE "calledOffAt" IS NULL;

ALTER TABLE "circle" ADD CONSTRAINT "circle_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "circle" ADD CONSTRAINT "circle_interestId_fkey" FOREIGN KEY ("interestId") REFERENCES "interest"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "circle" ADD CONSTRAINT "circle_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "circle_invitation" ADD CONSTRAINT "circle_invitation_circleId_fkey" FOREIGN KEY ("circleId") REFERENCES "circle"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "circle_invitation" ADD CONSTRAINT "circle_invitation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
