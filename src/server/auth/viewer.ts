import type { Db } from '@/server/db/client'
import { repeatable } from '@/server/db/repeatable'
import { hashToken } from '@/server/lib/tokens'

/** Who is asking. A door guest has given an e-mail address at the door and not yet proved it. */
export interface Viewer {
  readonly userId: string
  readonly name: string
  /** The proved address; null for a door guest. */
  readonly email: string | null
  readonly doorGuest: boolean
  readonly operator: boolean
  readonly locale: string
  readonly sessionHash: string
}

interface Row {
  id: string
  name: string
  email: string | null
  locale: string
  operator: boolean
}

/**
 * The viewer whose unexpired session this cookie opens, or null. One statement, since every request
 * pays for it, the door's too.
 */
export async function findViewer(db: Db, sessionToken: string | undefined, now: Date): Promise<Viewer | null> {
  if (!sessionToken) return null
  const sessionHash = hashToken(sessionToken)
  const [row] = await repeatable(
    db,
    () => db.$queryRaw<Row[]>`
    SELECT u.id, u.name, u.email, u.locale,
           EXISTS (SELECT 1 FROM installation i WHERE i."operatorId" = u.id) AS operator
    FROM session s JOIN "user" u ON u.id = s."userId"
    WHERE s."sessionToken" = ${sessionHash} AND s.expires > ${now}`,
  )
  if (!row) return null
  return {
    userId: row.id,
    name: row.name,
    email: row.email,
    doorGuest: row.email === null,
    operator: row.operator,
    locale: row.locale,
    sessionHash,
  }
}
