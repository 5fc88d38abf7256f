import type { Db } from '@/server/db/client'
import { hashToken, randomText } from '@/server/lib/tokens'

/**
 * Opens a session of so many hours for a person. Only its hash is stored.
 * @returns the value of the session cookie, 40 random characters.
 */
export async function startSession(db: Db, userId: string, now: Date, hours: number): Promise<string> {
  const token = randomText(40)
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
