import { z } from 'zod'
import { slugOfInterest } from '@/domain/interests/normalise'
import { suggestMore, type MoreOf, type NotMet } from '@/domain/my-circle/suggest-more'
import type { Db } from '@/server/db/client'
import { notBlocked } from '@/server/services/meeting/at-event'
import type { OwnPeople } from './load-own-people'
import type { MoreOfWishes } from './more-of'

/** Evenings and suggestions that are looked through. */
const LOOKED_AT = 40

const sharedInterests = z
  .array(
    z.union([
      z.object({ code: z.literal('sharedInterest'), label: z.string() }).transform(({ label }) => [label]),
      z.object({ code: z.literal('sharedInterests'), labels: z.array(z.string()) }).transform(({ labels }) => labels),
      z.unknown().transform((): string[] => []),
    ]),
  )
  .catch([])

/** Evenings to come in communities of this person, the next first. */
async function comingEvents(db: Db, userId: string, now: Date) {
  const events = await db.event.findMany({
    where: { status: 'SCHEDULED', startsAt: { gt: now }, community: { memberships: { some: { userId } } } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: LOOKED_AT,
    select: { id: true, name: true, description: true, series: { select: { description: true } } },
  })
  return events.map(({ id, name, description, series }) => ({ eventId: id, name, description: `${description} · ${series?.description ?? ''}` }))
}

/**
 * Whom this person was shown and never met, with the shared interests that they were told then, as far as the other
 * still shows them: of somebody who is not in their list they learn nothing new here.
 */
async function notMet(db: Db, userId: string): Promise<readonly NotMet[]> {
  const rows = await db.suggestion.findMany({
    where: {
      userId,
      shownAt: { not: null },
      notTonightAt: null,
      other: {
        ...notBlocked(userId),
        NOT: { profile: { visible: false } },
        meetingsA: { none: { userBId: userId, state: 'CONFIRMED' } },
        meetingsB: { none: { userAId: userId, state: 'CONFIRMED' } },
        contactOf: { none: { ownerId: userId } },
      },
    },
    orderBy: [{ shownAt: 'desc' }, { id: 'asc' }],
    take: LOOKED_AT,
    select: {
      reasons: true,
      event: { select: { name: true } },
      other: { select: { name: true, interests: { select: { interest: { select: { slug: true, label: true } } } } } },
    },
  })
  return rows.map(({ reasons, event, other }) => {
    const told = new Set(sharedInterests.parse(reasons).flat().map(slugOfInterest))
    return {
      name: other.name,
      eventName: event.name,
      interests: other.interests.map(({ interest }) => interest).filter(({ slug, label }) => told.has(slug) || told.has(slugOfInterest(label))),
    }
  })
}

/** One suggestion for what somebody said they want more of; null without a wish, or where nothing true can be said. */
export async function findSuggestion(
  db: Db,
  of: { readonly userId: string; readonly now: Date; readonly own: OwnPeople; readonly silentBefore: string } & MoreOfWishes,
): Promise<MoreOf | null> {
  const { userId, now, own, silentBefore, wishes, words } = of
  if (wishes.length === 0 && words === '') return null
  const [events, unmet] = await Promise.all([comingEvents(db, userId, now), wishes.length === 0 ? [] : notMet(db, userId)])
  return suggestMore({ wishes, words, people: own.people, events, notMet: unmet, silentBefore })
}
