-- When each contact was last in touch with its owner, and how often in all: Today asks it of a whole list at
-- every look, and thousands of look-ups in another table took most of its time. A trigger keeps both from the
-- interactions themselves, whatever else is written: nobody can set them otherwise, and a contact that is put
-- back with all its columns has them as they are by then.

ALTER TABLE "contact" ADD COLUMN "lastAt" TIMESTAMPTZ(3),
ADD COLUMN "timesInTouch" INTEGER NOT NULL DEFAULT 0;

-- By the time that this runs in an update its row is locked, and what others committed before is seen.
CREATE FUNCTION "sum_up_contact"() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
BEGIN
  SELECT max(i."at"), count(*) INTO NEW."lastAt", NEW."timesInTouch" FROM "interaction" i WHERE i."contactId" = NEW."id";
  RETURN NEW;
END
$$;

CREATE TRIGGER "contact_sum_up" BEFORE INSERT OR UPDATE OF "lastAt", "timesInTouch" ON "contact"
  FOR EACH ROW EXECUTE FUNCTION "sum_up_contact"();

-- Of one statement all contacts at once, locked in one order, so that no two of them wait for each other.
CREATE FUNCTION "touch_contacts"("ids" text[]) RETURNS void
  LANGUAGE plpgsql
  AS $$
BEGIN
  PERFORM FROM "contact" c WHERE c."id" = ANY("ids") ORDER BY c."id" FOR NO KEY UPDATE;
  UPDATE "contact" SET "lastAt" = NULL WHERE "id" = ANY("ids");
END
$$;

CREATE FUNCTION "touch_contacts_of_interactions"() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
BEGIN
  CASE TG_OP
    WHEN 'INSERT' THEN PERFORM "touch_contacts"(ARRAY(SELECT DISTINCT n."contactId" FROM "new_rows" n));
    WHEN 'DELETE' THEN PERFORM "touch_contacts"(ARRAY(SELECT DISTINCT o."contactId" FROM "old_rows" o));
    ELSE PERFORM "touch_contacts"(ARRAY(SELECT o."contactId" FROM "old_rows" o UNION SELECT n."contactId" FROM "new_rows" n));
  END CASE;
  RETURN NULL;
END
$$;

CREATE TRIGGER "interaction_added" AFTER INSERT ON "interaction"
  REFERENCING NEW TABLE AS "new_rows" FOR EACH STATEMENT EXECUTE FUNCTION "touch_contacts_of_interactions"();
CREATE TRIGGER "interaction_changed" AFTER UPDATE ON "interaction"
  REFERENCING OLD TABLE AS "old_rows" NEW TABLE AS "new_rows" FOR EACH STATEMENT EXECUTE FUNCTION "touch_contacts_of_interactions"();
CREATE TRIGGER "interaction_gone" AFTER DELETE ON "interaction"
  REFERENCING OLD TABLE AS "old_rows" FOR EACH STATEMENT EXECUTE FUNCTION "touch_contacts_of_interactions"();

UPDATE "contact" SET "lastAt" = NULL;
