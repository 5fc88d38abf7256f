import type { Db } from '@/server/db/client'
import { passHashOf } from '@/server/lib/pass'
import { newId } from '@/server/lib/tokens'

/**
 * A person whose address has just been proved. The name stays empty until they say it or keep what
 * they typed at the door: an address is no name, and showing a part of it would give it away.
 */
export async function createProvedUser(db: Db, secret: string, email: string, now: Date) {
  const id = newId('user')
  await db.user.create({
    data: { id, name: '', email, emailVerified: now, passHash: passHashOf(secret, id, 1), createdAt: now },
  })
  return { id, email, emailVerified: now, name: '' }
}
