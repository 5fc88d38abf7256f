import type { Db } from '@/server/db/client'

/** A door guest who gave the viewer's address: what was typed, for the viewer to keep or discard. */
export async function listClaims(db: Db, email: string) {
  const guests = await db.user.findMany({
    where: { doorEmail: email },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      name: true,
      profile: { select: { headline: true, ask: true, offer: true, starter: true, organization: true, city: true } },
      interests: { select: { interest: { select: { label: true } } }, orderBy: { addedAt: 'asc' } },
      checkIns: { select: { at: true, event: { select: { name: true, timeZone: true } } }, orderBy: { at: 'asc' } },
    },
  })
  return guests.map(({ id, name, profile, interests, checkIns }) => ({
    guestId: id,
    name,
    // All that keeping takes over, each line once.
    lines: [...new Set(Object.values(profile ?? {}))].filter((line) => line !== ''),
    interests: interests.map(({ interest }) => interest.label),
    visits: checkIns.map(({ at, event }) => ({ at, eventName: event.name, timeZone: event.timeZone })),
  }))
}
