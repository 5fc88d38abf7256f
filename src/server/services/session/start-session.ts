import type { Db } from '@/server/db/client'
import { hashToken, randomText } from '@/server/lib/tokens'

/** How long a session lasts: days for a proved sign-in, hours for a door guest. */
export type SessionLength = { readonly days: number } | { readonly hours: number }

/**
 * Opens a session for a person. Only its hash is stored.
 * @returns the value of the session cookie, 40 random characters, and the moment the session ends.
 */
export async function startSession(
  db: Db,
  userId: string,
  now: Date,
  length: SessionLength,
): Promise<{ token: string; expires: Date }> {
  const hours = 'days' in length ? length.days * 24 : length.hours
  const expires = new Date(now.getTime() + hours * 3_600_000)
  const token = randomText(40)
  await db.session.create({ data: { sessionToken: hashToken(token), userId, expires, createdAt: now } })
  return { token, expires }
}
