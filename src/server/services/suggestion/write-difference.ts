import { isDeepStrictEqual } from 'node:util'
import { isStanding } from '@/domain/suggestion/standing'
import type { Suggestion } from '@/domain/matching/types'
import type { Prisma } from '@/generated/prisma/client'
import { newId } from '@/server/lib/tokens'
import type { StandingSuggestion } from './load-standing'

const keyOf = ({ userId, otherId }: { userId: string; otherId: string }) => `${userId}|${otherId}`

/** Whether a reader sees anything else than before. jsonb keeps no order of keys, so content is compared. */
const sameWords = (a: StandingSuggestion, b: Suggestion, questionStays: boolean) =>
  isDeepStrictEqual(a.reasons, b.reasons) && (questionStays || isDeepStrictEqual(a.question, b.question))

/** But for the words. What led to a suggestion is left as it was when its reader first had it before them. */
const sameRow = (a: StandingSuggestion, b: Suggestion) =>
  a.rank === b.rank && a.kind === b.kind && (a.shownAt !== null || a.score === b.score)

/** Without words: they stay. */
type Changed = Omit<Suggestion, 'userId' | 'otherId' | 'reasons' | 'question'> &
  Partial<Pick<Suggestion, 'reasons' | 'question'>> & { readonly id: string }

/**
 * Makes the standing suggestions of an event the computed ones: one statement each for what is new, what
 * changed and what is gone. Unchanged rows, and what became of them, stay as they are. What is gone and
 * was shown is withdrawn, and stands again when it is computed again; what nobody saw is deleted.
 * @returns the ids of those whose lists read differently now.
 */
export async function writeDifference(
  tx: Prisma.TransactionClient,
  given: {
    readonly eventId: string
    readonly rows: readonly StandingSuggestion[]
    readonly computed: readonly Suggestion[]
    /** Whether its reader has read the question, so that it stays as long as the reasons do. */
    readonly questionStays: (row: StandingSuggestion) => boolean
    readonly now: Date
  },
): Promise<string[]> {
  const { computed } = given
  const known = new Map(given.rows.map((row) => [keyOf(row), row]))
  const left = new Map([...known].filter(([, row]) => isStanding(row)))
  const affected = new Set<string>()
  const fresh: (Suggestion & { readonly id: string })[] = []
  const changed: Changed[] = []
  for (const suggestion of computed) {
    const before = known.get(keyOf(suggestion))
    left.delete(keyOf(suggestion))
    const { userId, otherId: _other, reasons, question, ...content } = suggestion
    if (!before) {
      affected.add(userId)
      fresh.push({ id: newId('suggestion'), ...suggestion })
      continue
    }
    const newWords = !isStanding(before) || !sameWords(before, suggestion, given.questionStays(before))
    if (newWords) affected.add(userId)
    if (newWords || !sameRow(before, suggestion)) {
      changed.push({ id: before.id, ...content, ...(newWords && { reasons, question }) })
    }
  }
  const gone = [...left.values()]
  for (const { userId } of gone) affected.add(userId)
  await takeAway(tx, gone, given.now)
  await add(tx, fresh, given)
  await change(tx, changed)
  return [...affected]
}

async function takeAway(tx: Prisma.TransactionClient, gone: readonly StandingSuggestion[], now: Date): Promise<void> {
  const ids = (rows: readonly StandingSuggestion[]) => rows.map(({ id }) => id)
  await tx.suggestion.deleteMany({ where: { id: { in: ids(gone) }, shownAt: null } })
  await tx.suggestion.updateMany({ where: { id: { in: ids(gone) } }, data: { withdrawnAt: now } })
}

async function add(
  tx: Prisma.TransactionClient,
  fresh: readonly Suggestion[],
  { eventId, now }: { readonly eventId: string; readonly now: Date },
): Promise<void> {
  if (fresh.length === 0) return
  await tx.$executeRaw`
    INSERT INTO suggestion (id, "eventId", "userId", "otherId", rank, kind, score, place, features, reasons, question, "createdAt")
    SELECT f.id, ${eventId}, f."userId", f."otherId", f.rank, f.kind::"SuggestionKind", f.score,
           f.place::"SuggestionPlace", f.features, f.reasons, f.question, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
      AS f(id text, "userId" text, "otherId" text, rank int, kind text, score double precision, place text,
           features jsonb, reasons jsonb, question jsonb)`
}

async function change(tx: Prisma.TransactionClient, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return
  await tx.$executeRaw`
    UPDATE suggestion s
    SET rank = c.rank, kind = c.kind::"SuggestionKind", reasons = coalesce(c.reasons, s.reasons),
        question = coalesce(c.question, s.question), "withdrawnAt" = NULL,
        score = CASE WHEN s."shownAt" IS NULL THEN c.score ELSE s.score END,
        place = CASE WHEN s."shownAt" IS NULL THEN c.place::"SuggestionPlace" ELSE s.place END,
        features = CASE WHEN s."shownAt" IS NULL THEN c.features ELSE s.features END
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
      AS c(id text, rank int, kind text, score double precision, place text, features jsonb, reasons jsonb, question jsonb)
    WHERE s.id = c.id`
}
