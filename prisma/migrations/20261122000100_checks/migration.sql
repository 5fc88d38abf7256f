-- What Prisma's schema language cannot say. Texts that are compared or folded are taken in the
-- collation "C", so that a check means the same whatever locale a database was made with.

ALTER TABLE "installation"
  ADD CONSTRAINT "installation_one_row" CHECK ("id" = 1);

-- An address counts as someone's only when proved; until then it is the one typed at the door.
ALTER TABLE "user"
  ADD CONSTRAINT "user_email_is_verified" CHECK (("email" IS NULL) = ("emailVerified" IS NULL)),
  ADD CONSTRAINT "user_email_or_door_email" CHECK ("email" IS NULL OR "doorEmail" IS NULL),
  ADD CONSTRAINT "user_email_lower_case" CHECK ("email" = lower("email" COLLATE "C"));

ALTER TABLE "series"
  ADD CONSTRAINT "series_duration" CHECK ("durationMinutes" BETWEEN 5 AND 10080);

ALTER TABLE "event"
  ADD CONSTRAINT "event_ends_after_start" CHECK ("endsAt" > "startsAt");

ALTER TABLE "check_in"
  ADD CONSTRAINT "check_in_visit_number" CHECK ("visitNumber" >= 1);

ALTER TABLE "suggestion"
  ADD CONSTRAINT "suggestion_of_another" CHECK ("userId" <> "otherId"),
  ADD CONSTRAINT "suggestion_rank" CHECK ("rank" >= 1);

-- The order is the one of JavaScript's `<` on ids, which are ASCII.
ALTER TABLE "meeting"
  ADD CONSTRAINT "meeting_ordered_pair" CHECK ("userAId" COLLATE "C" < "userBId" COLLATE "C"),
  ADD CONSTRAINT "meeting_proposer" CHECK ("proposedById" IN ("userAId", "userBId")),
  ADD CONSTRAINT "meeting_confirmed" CHECK (("state" = 'CONFIRMED') = ("confirmedAt" IS NOT NULL));

ALTER TABLE "contact"
  ADD CONSTRAINT "contact_of_another" CHECK ("userId" <> "ownerId");

ALTER TABLE "block"
  ADD CONSTRAINT "block_of_another" CHECK ("blockerId" <> "blockedId");

ALTER TABLE "follow_up"
  ADD CONSTRAINT "follow_up_acted" CHECK (("state" <> 'OPEN') = ("actedAt" IS NOT NULL));

ALTER TABLE "outbox_mail"
  ADD CONSTRAINT "outbox_mail_settled"
    CHECK (("state" IN ('SENT', 'FAILED', 'SUPPRESSED', 'UNKNOWN')) = ("settledAt" IS NOT NULL));
