import { runImport } from '@/server/services/import/run-import'
import type { TaskPayloads } from '../enqueue'
import type { JobDeps } from '../job-deps'

/** Brings the people of one file into their owner's list, all or none. */
export function runImportTask({ runId }: TaskPayloads['run-import'], { db, clock }: JobDeps): Promise<void> {
  return runImport(db, { runId, now: clock.now() })
}
