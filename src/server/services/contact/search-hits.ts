import { isUnspaced } from '@/domain/contact/search-words'
import { joined, sql, type Sql } from '@/server/db/client'

/**
 * Where a word was found, the plainest place first: a name that begins with it, elsewhere in name,
 * organization or title, a tag, what is remembered of them, an interaction's words. CLOSE: nobody has all the
 * words, and this name is a few slips of the finger away.
 */
export const PLACE = { BEGINNING: 0, NAME: 1, TAG: 2, ABOUT: 3, WORDS: 4, CLOSE: 5 } as const

/** From which likeness on (0 to 1, pg_trgm) a name is taken for one with slips in it: two letters changed places in five. */
const LIKENESS = 0.3
/** Words shorter than this have too few trigrams to tell a slip from another name. */
const SLIPS_FROM = 3

const NO_INTERACTION = sql`NULL::text AS "interactionId", NULL::timestamptz AS at`

/** Every place of the owner's people where a word stands, as rows of contact, word and place. */
function hitsOf(ownerId: string, word: string, index: number): Sql {
  const folded = sql`fold_text(${word})`
  const somewhere = isUnspaced(word) ? sql`'%' || ${folded} || '%'` : sql`'% ' || ${folded} || '%'`
  const query = sql`to_tsquery('simple', '''' || ${folded} || ''':*')`
  return sql`
    SELECT c.id, ${index}::int AS word, CASE WHEN starts_with(c.folded, ${folded}) THEN ${PLACE.BEGINNING}::int ELSE ${PLACE.NAME}::int END AS place, ${NO_INTERACTION}
    FROM contact c WHERE c."ownerId" = ${ownerId} AND ' ' || c.folded LIKE ${somewhere}
    UNION ALL
    SELECT c.id, ${index}::int, ${PLACE.TAG}::int, ${NO_INTERACTION}
    FROM contact c WHERE c."ownerId" = ${ownerId} AND c.tags <> '{}' AND fold_text(' ' || array_to_string(c.tags, ' ')) LIKE ${somewhere}
    UNION ALL
    SELECT c.id, ${index}::int, ${PLACE.ABOUT}::int, ${NO_INTERACTION}
    FROM contact c WHERE c."ownerId" = ${ownerId} AND to_tsvector('simple', fold_text(c.about)) @@ ${query}
    UNION ALL
    SELECT i."contactId", ${index}::int, ${PLACE.WORDS}::int, i.id, i.at
    FROM interaction i JOIN contact c ON c.id = i."contactId"
    WHERE c."ownerId" = ${ownerId}
      AND to_tsvector('simple', fold_text(i.note || ' ' || i."myPromise" || ' ' || i."theirPromise")) @@ ${query}`
}

/** Names that are like all the words that are long enough to tell; as likely as the least like of them. */
function closeNames(ownerId: string, words: readonly string[]): Sql {
  const long = words.filter((word) => word.length >= SLIPS_FROM)
  if (long.length === 0) return sql`SELECT NULL::text, 0::real WHERE false`
  const likeness = long.map((word) => sql`word_similarity(fold_text(${word}), c.folded)`)
  // One after the other: most names fall away by the first word.
  const alike = likeness.map((one) => sql`${one} >= ${LIKENESS}`)
  return sql`
    SELECT c.id, least(${joined(likeness)}) AS likeness FROM contact c WHERE c."ownerId" = ${ownerId} AND ${joined(alike, ' AND ')}
    ORDER BY likeness DESC, c.id LIMIT 20`
}

/**
 * Whoever of the owner's people has all of the words, each somewhere; where nobody has, the twenty whose names
 * are likest. WITH-queries, the last of them `found`, with the contact's "contactId", the place of the word
 * that was hardest to find, the latest interaction in which a word stands, and a likeness.
 *
 * @param words at least one, as searchWords of the domain gives them
 */
export function searchHits(ownerId: string, words: readonly string[]): Sql {
  const hits = words.map((word, index) => hitsOf(ownerId, word, index))
  return sql`
    WITH hit AS MATERIALIZED (${joined(hits, ' UNION ALL ')}),
    exact AS MATERIALIZED (
      SELECT w.id, max(w.place) AS place, (array_agg(w."interactionId" ORDER BY w.at DESC) FILTER (WHERE w."interactionId" IS NOT NULL))[1] AS "interactionId"
      FROM (
        SELECT h.id, h.word, min(h.place) AS place, max(h.at) AS at,
          (array_agg(h."interactionId" ORDER BY h.at DESC) FILTER (WHERE h."interactionId" IS NOT NULL))[1] AS "interactionId"
        FROM hit h GROUP BY h.id, h.word
      ) w
      GROUP BY w.id HAVING count(*) = ${words.length}
    ),
    close AS (
      SELECT n.* FROM (${closeNames(ownerId, words)}) n(id, likeness) WHERE NOT EXISTS (SELECT 1 FROM exact)
    ),
    found AS MATERIALIZED (
      SELECT e.id AS "contactId", e.place, e."interactionId", 1::real AS likeness FROM exact e
      UNION ALL SELECT n.id, ${PLACE.CLOSE}::int, NULL, n.likeness FROM close n
    )`
}
