-- Whether this side was ever answered, also if that was taken back: a block afterwards must not show.
ALTER TABLE "introduction_side" ADD COLUMN "answeredOnce" BOOLEAN NOT NULL DEFAULT false;
UPDATE "introduction_side" SET "answeredOnce" = true WHERE "answer" <> 'WAITING';
