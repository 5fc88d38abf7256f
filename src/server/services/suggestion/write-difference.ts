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
  const fresh: Prisma.SuggestionCreateManyInput[] = []
  const changed: (Omit<Suggestion, 'userId' | 'otherId'> & { id: string })[] = []
  for (const suggestion of computed) {
    const before = standing.get(keyOf(suggestion))
    standing.delete(keyOf(suggestion))
    const { userId, otherId, ...content } = suggestion
    if (!before) {
      affected.add(userId)
      fresh.push({ id: newId('suggestion'), eventId, userId, otherId, ...stored(content), createdAt: now })
    } else if (!sameRow(before, suggestion)) {
      if (!sameWords(before, suggestion)) affected.add(userId)
      changed.push({ id: before.id, ...content })
    }
  }
  const gone = [...standing.values()]
  for (const { userId } of gone) affected.add(userId)

  await tx.suggestion.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
  await tx.suggestion.createMany({ data: fresh })
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

/** Codes with their parameters are plain JSON, as new objects whose arrays Prisma takes. */
function stored({ rank, kind, score, reasons, question }: Omit<Suggestion, 'userId' | 'otherId'>) {
  return {
    rank,
    kind,
    score,
    reasons: reasons.map((reason) => ({ ...reason })) as Prisma.InputJsonArray,
    question: { ...question },
  }
}
