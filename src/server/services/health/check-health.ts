import type { Db } from '@/server/db/client'

/** Whether this instance reaches its database. Says nothing else, since anybody may ask. */
export async function checkHealth(db: Db): Promise<{ ok: boolean }> {
  try {
    await db.$queryRaw`SELECT 1`
    return { ok: true }
  } catch {
    return { ok: false }
  }
}
