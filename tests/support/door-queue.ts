import { sessionCookieName } from '@/server/auth/session-cookie'
import type { Db } from '@/server/db/client'
import { issueClaim } from '@/server/services/door/claim'
import { buildEvent } from '../factories/community'
import { NOW, SECRET } from '../factories/moment'
import { buildSession, buildUser } from '../factories/user'

/** A phone at the door: what it posts, as often as it likes. */
export interface DoorPhone {
  /** Whose check-in it is. */
  readonly key: string
  readonly body: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
}

const HOUR_MS = 3_600_000

/** An event whose door is open, and so many phones before it, every fourth a newcomer's. */
export async function queueAtDoor(db: Db, count: number, now = NOW) {
  const later = new Date(now.getTime() + 2 * HOUR_MS)
  const event = await buildEvent(db, { startsAt: now, endsAt: later })
  const phones = await Promise.all(
    Array.from({ length: count }, async (_, place): Promise<DoorPhone> => {
      const claim = issueClaim(SECRET, event.id, now)
      if (place % 4 === 3) {
        const email = `newcomer-${String(place)}@example.org`
        return { key: email, body: new URLSearchParams({ claim, name: `Newcomer ${String(place)}`, email }), headers: {} }
      }
      const user = await buildUser(db)
      const { token } = await buildSession(db, { userId: user.id, expires: later })
      return {
        key: user.id,
        body: new URLSearchParams({ claim }),
        headers: { cookie: `${sessionCookieName()}=${token}` },
      }
    }),
  )
  return { event, phones }
}

/** Posts the phone's claim to the door at this port. @throws when no answer comes. */
export function tap(port: number, { body, headers }: DoorPhone): Promise<Response> {
  return fetch(`http://127.0.0.1:${String(port)}/c/-`, { method: 'POST', body, headers, redirect: 'manual' })
}

/** Whose check-ins stand at the event, each as often as it stands there; newcomers by the address they typed. */
export async function keysIn(db: Db, eventId: string): Promise<readonly string[]> {
  const rows = await db.checkIn.findMany({ where: { eventId }, select: { userId: true, user: true } })
  return rows.map(({ userId, user }) => user.doorEmail ?? userId).sort()
}
