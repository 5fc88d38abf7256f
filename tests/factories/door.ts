import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { hashToken, newId, randomText } from '@/server/lib/tokens'
import { buildEvent } from './community'
import { NOW } from './moment'
import { buildUser } from './user'

/** Somebody who is going, new and to a new event where none are given. */
export async function buildRsvp(db: Db, overrides: Partial<Prisma.RsvpUncheckedCreateInput> = {}) {
  const eventId = overrides.eventId ?? (await buildEvent(db)).id
  const userId = overrides.userId ?? (await buildUser(db)).id
  return db.rsvp.create({
    data: {
      id: newId('rsvp'),
      state: 'GOING',
      saidAt: NOW,
      cancelledAt: overrides.state === 'CANCELLED' ? NOW : null,
      ticketHash: hashToken(randomText(26)),
      code: randomText(8),
      ...overrides,
      eventId,
      userId,
    },
  })
}

/** A link that makes somebody host for a night; accepted where a person is given. `token` opens it. */
export async function buildDoorGrant(
  db: Db,
  overrides: Partial<Omit<Prisma.DoorGrantUncheckedCreateInput, 'tokenHash'>> & { readonly eventId: string },
) {
  const token = randomText(26)
  const grant = await db.doorGrant.create({
    data: {
      id: newId('doorGrant'),
      createdAt: NOW,
      acceptedAt: overrides.userId ? NOW : null,
      ...overrides,
      tokenHash: hashToken(token),
    },
  })
  return { ...grant, token }
}
