import { INTEREST_CATALOGUE } from '@/domain/interests/catalogue'
import { slugOfInterest } from '@/domain/interests/normalise'
import { inTransaction, type Db } from '@/server/db/client'
import { newId } from '@/server/lib/tokens'

/** The key of the lock that keeps two starting instances from doing this at once. */
const LOCK = 7_365_101

/**
 * Brings the tables up to the catalogue that this version carries; safe to run at every start. What
 * people chose is kept: an interest that somebody typed and that the catalogue now knows by another
 * name becomes that one for all who have it.
 */
export async function syncCatalogue(db: Db): Promise<void> {
  const interests = INTEREST_CATALOGUE.map(({ slug, label, field }) => ({ id: newId('interest'), slug, label, field }))
  const synonyms = INTEREST_CATALOGUE.flatMap(({ slug: of, synonyms: words }) =>
    words.flatMap((word) => {
      const slug = slugOfInterest(word)
      return slug === null ? [] : [{ slug, of }]
    }),
  )
  await inTransaction(db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
    await tx.$executeRaw`
      INSERT INTO interest (id, slug, label, field, curated)
      SELECT id, slug, label, field, true
      FROM jsonb_to_recordset(${JSON.stringify(interests)}::jsonb) AS c(id text, slug text, label text, field text)
      ON CONFLICT (slug) DO UPDATE SET label = excluded.label, field = excluded.field, curated = true
      WHERE (interest.label, interest.field, interest.curated) IS DISTINCT FROM (excluded.label, excluded.field, true)`
    await tx.$executeRaw`
      DELETE FROM interest_synonym s USING jsonb_to_recordset(${JSON.stringify(interests)}::jsonb) AS c(slug text)
      WHERE s.slug = c.slug`
    const words = JSON.stringify(synonyms)
    await tx.$executeRaw`
      INSERT INTO user_interest ("userId", "interestId", "addedAt")
      SELECT u."userId", canonical.id, min(u."addedAt")
      FROM jsonb_to_recordset(${words}::jsonb) AS c(slug text, "of" text)
      JOIN interest typed ON typed.slug = c.slug
      JOIN user_interest u ON u."interestId" = typed.id
      JOIN interest canonical ON canonical.slug = c."of"
      GROUP BY u."userId", canonical.id
      ON CONFLICT DO NOTHING`
    await tx.$executeRaw`
      DELETE FROM interest i USING jsonb_to_recordset(${words}::jsonb) AS c(slug text) WHERE i.slug = c.slug`
    await tx.$executeRaw`
      INSERT INTO interest_synonym (slug, "interestId")
      SELECT c.slug, i.id FROM jsonb_to_recordset(${words}::jsonb) AS c(slug text, "of" text)
      JOIN interest i ON i.slug = c."of"
      ON CONFLICT (slug) DO UPDATE SET "interestId" = excluded."interestId"
      WHERE interest_synonym."interestId" <> excluded."interestId"`
  })
}
