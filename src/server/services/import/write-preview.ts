import type { Prisma } from '@/generated/prisma/client'
import type { Locale } from '@/text/translator'
import { chunks } from './limits'
import { decisionOf, planRun, problemSentence, type RunToPlan } from './plan-run'

/** Writes beside each row what it would do to the list as it stands now. Nothing goes into the list. */
export async function writePreview(tx: Prisma.TransactionClient, run: RunToPlan, locale: Locale): Promise<void> {
  const { rows, stored } = await planRun(tx, run, locale)
  for (const part of chunks(rows)) {
    const json = part.map((row) => ({
      line: row.line,
      decision: decisionOf(row),
      problem: problemSentence(locale, row),
      card: { ...stored.get(row.line), name: row.name, changes: row.changes, joins: row.joins },
    }))
    await tx.$executeRaw`
      UPDATE import_row r SET decision = p.decision::"ImportDecision", problem = p.problem, card = p.card
      FROM jsonb_to_recordset(${JSON.stringify(json)}::jsonb) AS p(line int, decision text, problem text, card jsonb)
      WHERE r."runId" = ${run.id} AND r.line = p.line`
  }
}
