import type { PrismaClient } from '@/generated/prisma/client'
import { enqueue } from '@/server/jobs/enqueue'
import { PREVIEW_DAYS, UNDO_DAYS } from './limits'

const DAY_MS = 86_400_000
/** How long a started import may stand before somebody looks whether it is still being worked on, in milliseconds. */
const LOOK_AFTER_MS = 10_000

/**
 * What imports need by the clock: one whose job died is begun again; what was read of files that nobody imported goes
 * after a day, and what undoing needs after thirty.
 */
export async function tendImports(db: PrismaClient, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  await db.$transaction(async (tx) => {
    // Whoever works on one holds its lock until it is done.
    const idle = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM import_run WHERE state = 'RUNNING' AND "startedAt" < ${before(LOOK_AFTER_MS)}
        AND pg_try_advisory_xact_lock(hashtextextended('import:' || id, 0))`
    for (const { id } of idle) await enqueue(tx, 'run-import', { runId: id }, { jobKey: `run-import:${id}` })
  })
  await db.importRun.deleteMany({ where: { state: 'PREVIEW', createdAt: { lt: before(PREVIEW_DAYS * DAY_MS) } } })
  await db.importRow.deleteMany({ where: { run: { state: { in: ['DONE', 'UNDONE', 'FAILED'] }, startedAt: { lt: before(UNDO_DAYS * DAY_MS) } } } })
}
