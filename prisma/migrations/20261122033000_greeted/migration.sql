-- AlterTable
ALTER TABLE "check_in" ADD COLUMN     "greetedAt" TIMESTAMPTZ(3);
