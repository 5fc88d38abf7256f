import type { Db } from '@/server/db/client'
import { hashToken, randomText } from '@/server/lib/tokens'

/**
 * Opens a session of so many hours for a person. Only its hash is stored.
 * @param token what opens it: random unless it follows from a secret that only this browser was given, so
 *   that what is sent twice opens one session.
 * @returns the value of the session cookie.
 */
export async function startSession(
  db: Db,
  userId: string,
  now: Date,
  hours: number,
  token = randomText(40),
): Promise<string> {
  await db.session.create({
    data: {
      sessionToken: hashToken(token),
      userId,
      expires: new Date(now.getTime() + hours * 3_600_000),
      createdAt: now,
    },
  })
  return token
}
