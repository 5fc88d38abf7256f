import type { Db } from '@/server/db/client'
import type { LiveHub } from '@/server/live/subscribe'
import { wakeUps } from '@/server/live/wake-ups'
import { importProgress } from './show-import'

/** A page looks again by itself so often, in case a word was lost, in milliseconds. */
const LOOK_MS = 5_000

/** How far an import is, whenever that changes, until it is over. */
export async function* watchImport(
  db: Db,
  { runId, ownerId, live, signal }: { readonly runId: string; readonly ownerId: string; readonly live: LiveHub; readonly signal: AbortSignal },
): AsyncGenerator<{ version: string }, void> {
  const looks = wakeUps({ live, eventId: runId, signal, clockMs: () => LOOK_MS, restMs: 300 })
  try {
    while ((await looks.next()).done !== true) {
      const progress = await importProgress(db, { runId, ownerId })
      if (!progress) return
      yield { version: progress.version }
      if (progress.state !== 'RUNNING') return
    }
  } finally {
    await looks.return()
  }
}
