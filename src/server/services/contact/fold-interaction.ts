import type { Prisma } from '@/generated/prisma/client'
import type { Move } from '../claim/move'

/**
 * Makes one of two interactions about the same thing: words below each other, cut where the columns end; a promise
 * is kept once all that were made are. The first is gone.
 */
export async function foldInteraction(tx: Prisma.TransactionClient, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`
    UPDATE interaction k SET
      note = left(concat_ws(E'\n\n', nullif(k.note, ''), nullif(g.note, '')), 2000),
      "myPromise" = left(concat_ws('; ', nullif(k."myPromise", ''), nullif(g."myPromise", '')), 500),
      "theirPromise" = left(concat_ws('; ', nullif(k."theirPromise", ''), nullif(g."theirPromise", '')), 500),
      "myPromiseKeptAt" = CASE
        WHEN (k."myPromise" <> '' AND k."myPromiseKeptAt" IS NULL) OR (g."myPromise" <> '' AND g."myPromiseKeptAt" IS NULL) THEN NULL
        ELSE greatest(k."myPromiseKeptAt", g."myPromiseKeptAt") END,
      "theirPromiseKeptAt" = CASE
        WHEN (k."theirPromise" <> '' AND k."theirPromiseKeptAt" IS NULL) OR (g."theirPromise" <> '' AND g."theirPromiseKeptAt" IS NULL) THEN NULL
        ELSE greatest(k."theirPromiseKeptAt", g."theirPromiseKeptAt") END
    FROM interaction g WHERE k.id = ${to} AND g.id = ${from}`
  await tx.interaction.delete({ where: { id: from } })
}
