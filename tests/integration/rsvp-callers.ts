import type { Prisma, User } from '@/generated/prisma/client'
import { createCaller } from '@/server/api/root'
import { buildEvent } from '../factories/community'
import { buildContext } from '../factories/context'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

export const DAY_MINUTES = 24 * 60

/** An event in a week, with one place unless something else is given. */
export function weekAhead(overrides: Partial<Prisma.EventUncheckedCreateInput> = {}) {
  const startsAt = minutesFromNow(7 * DAY_MINUTES)
  return buildEvent(testDb(), { capacity: 1, startsAt, endsAt: minutesFromNow(7 * DAY_MINUTES + 180), ...overrides })
}

/** What this person says about coming, at a moment. */
export function rsvpOf(person: User, now = NOW) {
  return createCaller(buildContext(testDb(), viewerOf(person), { now })).rsvp
}

/** So many new people, who say that they come one after the other. */
export async function sayAll(eventId: string, plusOnes: readonly number[], now = NOW): Promise<User[]> {
  const people: User[] = []
  for (const others of plusOnes) {
    const person = await buildUser(testDb())
    await rsvpOf(person, now).sayGoing({ eventId, plusOnes: others })
    people.push(person)
  }
  return people
}

/** The RSVP of a person. */
export function rowOf(eventId: string, { id: userId }: { readonly id: string }) {
  return testDb().rsvp.findUniqueOrThrow({ where: { eventId_userId: { eventId, userId } } })
}

/** The states of these people's RSVPs, in their order. */
export async function statesOf(eventId: string, people: readonly { readonly id: string }[]) {
  const rows = await Promise.all(people.map((person) => rowOf(eventId, person)))
  return rows.map(({ state }) => state)
}

/** What the mails that wait for this person, or were held back, are about, the oldest first. */
export async function toldTo({ email }: { readonly email: string | null }): Promise<string[]> {
  const mails = await testDb().outboxMail.findMany({
    where: { recipient: email ?? '', kind: 'EVENT' },
    orderBy: [{ queuedAt: 'asc' }, { subjectKey: 'asc' }],
    select: { subjectKey: true },
  })
  return mails.map(({ subjectKey }) => subjectKey.split(':')[1] ?? '')
}
