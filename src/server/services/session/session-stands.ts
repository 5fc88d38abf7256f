import type { Db } from '@/server/db/client'

/** Whether a session is still open: what an open page asks again before it is sent anything more. */
export async function sessionStands(
  db: Db,
  session: { readonly sessionHash: string; readonly userId: string; readonly now: Date },
): Promise<boolean> {
  const { sessionHash, userId, now } = session
  return (await db.session.count({ where: { sessionToken: sessionHash, userId, expires: { gt: now } } })) > 0
}
