import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { newId } from '@/server/lib/tokens'
import { buildEvent } from './community'
import { buildGuest } from './evening'
import { minutesFromNow, NOW } from './moment'
import { buildInterest } from './profile'

/** A circle that begins in half an hour, with these people invited and those having joined it. */
export async function buildCircle(
  db: Db,
  {
    invited = [],
    joined = [],
    ...overrides
  }: Partial<Prisma.CircleUncheckedCreateInput> & {
    readonly invited?: readonly { readonly id: string }[]
    readonly joined?: readonly { readonly id: string }[]
  } = {},
) {
  const eventId = overrides.eventId ?? (await buildEvent(db)).id
  const interestId = overrides.interestId ?? (await buildInterest(db)).id
  const answers = [
    ...invited.map(({ id: userId }) => ({ userId, invitedAt: NOW })),
    ...joined.map(({ id: userId }) => ({ userId, invitedAt: NOW, answer: 'JOINED' as const, answeredAt: NOW })),
  ]
  return db.circle.create({
    data: {
      id: newId('circle'),
      startsAt: minutesFromNow(30),
      place: 'the table by the window',
      seats: 4,
      openedAt: NOW,
      ...overrides,
      eventId,
      interestId,
      invitations: { create: answers },
    },
  })
}

/** So many people at an event who chose the same interests and have not met. */
export async function buildGuests(db: Db, eventId: string, count: number, interests: readonly string[] = []) {
  const people: Awaited<ReturnType<typeof buildGuest>>[] = []
  for (let n = 1; n <= count; n += 1) {
    people.push(await buildGuest(db, eventId, { user: { name: `Guest ${String(n)}` }, interests }))
  }
  return people
}
