import type { Db } from '@/server/db/client'

/** Ends the session: the cookie opens nothing any more, wherever it may have been copied to. */
export async function signOut(db: Db, sessionHash: string): Promise<void> {
  await db.session.deleteMany({ where: { sessionToken: sessionHash } })
}
