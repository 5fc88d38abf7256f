-- Names as they are searched, kept ready: folding five thousand of them for every letter typed takes longer
-- than all the rest of a search. An owner's entries are read whole then, so that the index over everybody's
-- names has no use any more. A trigger keeps them, and not a generated column, so that a row can be put back
-- as it was, with all its columns.

DROP INDEX "contact_name_trigrams";

ALTER TABLE "contact" ADD COLUMN "folded" TEXT NOT NULL DEFAULT '';

CREATE FUNCTION "fold_contact"() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
BEGIN
  NEW."folded" := fold_text(NEW."name" || ' ' || NEW."organization" || ' ' || NEW."title");
  RETURN NEW;
END
$$;

CREATE TRIGGER "contact_fold" BEFORE INSERT OR UPDATE OF "name", "organization", "title", "folded" ON "contact"
  FOR EACH ROW EXECUTE FUNCTION "fold_contact"();

UPDATE "contact" SET "folded" = '';
