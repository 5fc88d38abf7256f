-- How often an import was begun: one that fails every time is given up.
ALTER TABLE "import_run" ADD COLUMN "tries" INTEGER NOT NULL DEFAULT 0;
