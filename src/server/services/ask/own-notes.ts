import { matchTexts, sharedWords } from '@/domain/matching/text/match-texts'
import { sql, type Db } from '@/server/db/client'
import { inOwnList } from '../contact/standing'
import { readWithVectors } from '../suggestion/read-texts'

interface Row {
  readonly id: string
  readonly name: string
  readonly words: string
}

/** So many are read, and so many named. */
const MOST_READ = 200
const MOST_NAMED = 3
const LEAST = 0.15

/**
 * Whom the asker may know themself: their own entries whose notes, tags, work or promises hold a word of the
 * ask, the nearest first. For the asker alone; nobody else's notes are looked at.
 */
export async function knownToOneself(db: Db, { ownerId, text }: { readonly ownerId: string; readonly text: string }) {
  const ask = readWithVectors(text)
  // Stems are beginnings of words in most cases: looked for as such.
  const stems = [...ask.words.keys()].map((stem) => stem.replaceAll(/[^\p{L}\p{N}]/gu, '')).filter((stem) => stem.length > 2)
  if (stems.length === 0) return []
  const query = stems.map((stem) => `${stem}:*`).join(' | ')
  const rows = await db.$queryRaw<Row[]>(sql`
    WITH asked AS (SELECT to_tsquery('simple', fold_text(${query})) AS words),
    near AS (
      SELECT c.id, c.about || ' ' || c.organization || ' ' || c.title || ' ' || array_to_string(c.tags, ' ') AS said
      FROM contact c, asked
      WHERE c."ownerId" = ${ownerId} AND ${inOwnList(ownerId)} AND (to_tsvector('simple', fold_text(c.about)) @@ asked.words
        OR to_tsvector('simple', fold_text(c.organization || ' ' || c.title || ' ' || array_to_string(c.tags, ' '))) @@ asked.words)
      UNION ALL
      SELECT c.id, i.note || ' ' || i."myPromise" || ' ' || i."theirPromise"
      FROM interaction i JOIN contact c ON c.id = i."contactId", asked
      WHERE c."ownerId" = ${ownerId} AND ${inOwnList(ownerId)}
        AND to_tsvector('simple', fold_text(i.note || ' ' || i."myPromise" || ' ' || i."theirPromise")) @@ asked.words)
    SELECT c.id, c.name, left(string_agg(near.said, ' '), 2000) AS words
    FROM near JOIN contact c ON c.id = near.id GROUP BY c.id ORDER BY c.id LIMIT ${MOST_READ}`)
  return rows
    .map(({ id, name, words }) => {
      const said = readWithVectors(words)
      return { contactId: id, name, fit: matchTexts(ask, said), shared: sharedWords(said, ask).length }
    })
    .filter(({ fit, shared }) => shared > 0 || fit >= LEAST)
    .sort((a, b) => b.shared - a.shared || b.fit - a.fit || (a.contactId < b.contactId ? -1 : 1))
    .slice(0, MOST_NAMED)
    .map(({ contactId, name }) => ({ contactId, name }))
}
