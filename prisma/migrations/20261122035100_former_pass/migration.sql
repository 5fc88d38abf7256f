-- AlterTable
ALTER TABLE "former_id" ADD COLUMN     "passHash" VARCHAR(64);

-- CreateIndex
CREATE UNIQUE INDEX "former_id_passHash_key" ON "former_id"("passHash");
