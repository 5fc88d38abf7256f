import { isDeepStrictEqual } from 'node:util'
import type { Suggestion } from '@/domain/matching/types'
import type { Prisma } from '@/generated/prisma/client'
import { newId } from '@/server/lib/tokens'
import type { StandingSuggestion } from './load-room'

const keyOf = ({ userId, otherId }: { userId: string; otherId: string }) => `${userId}|${otherId}`

/** Whether a reader sees anything else than before. jsonb keeps no order of keys, so content is compared. */
const sameWords = (a: StandingSuggestion, b: Suggestion) =>
  isDeepStrictEqual(a.reasons, b.reasons) && isDeepStrictEqual(a.question, b.question)

const sameRow = (a: StandingSuggestion, b: Suggestion) =>
  a.rank === b.rank && a.kind === b.kind && a.score === b.score && sameWords(a, b)

/**
 * Makes the stored suggestions of an event the computed ones: one statement each for what is new, what
 * changed and what is gone. Unchanged rows, and when somebody saw them, stay as they are.
 * @returns the ids of those whose lists read differently now.
 */
export async function writeDifference(
  tx: Prisma.TransactionClient,
  given: {
    readonly eventId: string
    readonly standing: readonly StandingSuggestion[]
    readonly computed: readonly Suggestion[]
    readonly now: Date
  },
): Promise<string[]> {
  const { eventId, computed, now } = given
  const standing = new Map(given.standing.map((row) => [keyOf(row), row]))
  const affected = new Set<string>()
  const fresh: (Suggestion & { id: string })[] = []
  const changed: (Omit<Suggestion, 'userId' | 'otherId'> & { id: string })[] = []
  for (const suggestion of computed) {
    const before = standing.get(keyOf(suggestion))
    standing.delete(keyOf(suggestion))
    const { userId, otherId: _other, ...content } = suggestion
    if (!before) {
      affected.add(userId)
      fresh.push({ id: newId('suggestion'), ...suggestion })
    } else if (!sameRow(before, suggestion)) {
      if (!sameWords(before, suggestion)) affected.add(userId)
      changed.push({ id: before.id, ...content })
    }
  }
  const gone = [...standing.values()]
  for (const { userId } of gone) affected.add(userId)

  await tx.suggestion.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
  if (fresh.length > 0) {
    await tx.$executeRaw`
      INSERT INTO suggestion (id, "eventId", "userId", "otherId", rank, kind, score, reasons, question, "createdAt")
      SELECT f.id, ${eventId}, f."userId", f."otherId", f.rank, f.kind::"SuggestionKind", f.score, f.reasons, f.question, ${now}
      FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
        AS f(id text, "userId" text, "otherId" text, rank int, kind text, score double precision, reasons jsonb, question jsonb)`
  }
  if (changed.length > 0) {
    await tx.$executeRaw`
      UPDATE suggestion s
      SET rank = c.rank, kind = c.kind::"SuggestionKind", score = c.score, reasons = c.reasons, question = c.question
      FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
        AS c(id text, rank int, kind text, score double precision, reasons jsonb, question jsonb)
      WHERE s.id = c.id`
  }
  return [...affected]
}
