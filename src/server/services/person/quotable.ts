import type { DraftProfile } from '@/domain/follow-up/draft-line'
import type { Db } from '@/server/db/client'
import { blocksAmong } from './blocks-among'

/** Whose words to whom: null where nothing of theirs may be quoted to that reader. */
export type Quotable = (readerId: string, personId: string) => DraftProfile | null

/**
 * What of a profile may be quoted to whom, in every draft and reason: nothing of whoever hides, and nothing
 * between two of whom one blocked the other. One's own words may always be quoted to oneself.
 */
export async function loadQuotable(db: Db, readerIds: readonly string[], personIds: readonly string[]): Promise<Quotable> {
  const ids = [...new Set([...readerIds, ...personIds])]
  const [rows, blocks] = await Promise.all([
    db.user.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        profile: { select: { ask: true, offer: true, visible: true } },
        interests: { select: { interest: { select: { slug: true, label: true } } } },
      },
    }),
    blocksAmong(db, ids),
  ])
  const people = new Map(rows.map((row) => [row.id, row]))
  return (readerId, personId) => {
    const person = people.get(personId)
    if (!person) return null
    const { profile, interests } = person
    if (readerId !== personId && (profile?.visible === false || blocks.between(readerId, personId))) return null
    return { ask: profile?.ask ?? '', offer: profile?.offer ?? '', interests: interests.map(({ interest }) => interest) }
  }
}

/** Of somebody of whom nothing may be quoted. */
export const NOTHING_QUOTED: DraftProfile = { ask: '', offer: '', interests: [] }
