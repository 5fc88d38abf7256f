import type { Db } from '@/server/db/client'
import type { Locale } from '@/text/translator'
import { ofEvening } from './of-evening'
import { reasonsAmong } from './people-to-write'

/** How many people not met are named. */
const MISSED = 2

/** Reasons that are still worth reading when the evening is over: what both wrote, not who was new. */
const LASTING: ReadonlySet<unknown> = new Set([
  'sharedInterest',
  'sharedInterests',
  'theirOfferMatchesYourAsk',
  'yourOfferMatchesTheirAsk',
])

/** Reasons of what was withdrawn are put anew no more: they hold while neither has said anything else since. */
function saidMoreSince(withdrawnAt: Date | null, ...describedAt: readonly (Date | null)[]): boolean {
  return withdrawnAt !== null && describedAt.some((at) => at !== null && at > withdrawnAt)
}

const suggestedTo = ofEvening(
  (db, eventId, userIds) =>
    db.suggestion.findMany({
      where: {
        eventId,
        userId: { in: userIds },
        notTonightAt: null,
        other: { checkIns: { some: { eventId } }, NOT: { profile: { visible: false } } },
      },
      orderBy: [{ withdrawnAt: { sort: 'desc', nulls: 'first' } }, { rank: 'asc' }, { id: 'asc' }],
      select: {
        userId: true,
        otherId: true,
        reasons: true,
        withdrawnAt: true,
        user: { select: { describedAt: true } },
        other: { select: { name: true, describedAt: true } },
      },
    }),
  ({ userId }) => [userId],
)

/** Met on any evening: whom one knows one has not missed. */
const metBy = ofEvening(
  (db, _eventId, userIds) =>
    db.meeting.findMany({
      where: { state: 'CONFIRMED', OR: [{ userAId: { in: userIds } }, { userBId: { in: userIds } }] },
      select: { userAId: true, userBId: true },
    }),
  ({ userAId, userBId }) => [userAId, userBId],
)

/**
 * People who were suggested and not met, visible and not blocked either way. Who went home before the
 * other did was there all the same; whom this person did not want that night is not brought up again.
 */
export async function loadMissed(db: Db, userId: string, eventId: string, hidden: ReadonlySet<string>, locale: Locale) {
  const suggestions = await suggestedTo(db, { userId, eventId })
  if (suggestions.length === 0) return []
  const meetings = await metBy(db, { userId, eventId })
  const met = new Set(meetings.flatMap(({ userAId, userBId }) => [userAId, userBId]))
  return suggestions
    .filter(({ otherId }) => !met.has(otherId) && !hidden.has(otherId))
    .filter(({ withdrawnAt, user, other }) => !saidMoreSince(withdrawnAt, user.describedAt, other.describedAt))
    .flatMap(({ other, reasons }) => {
      const [reason] = reasonsAmong(reasons, LASTING, locale)
      return reason === undefined ? [] : [{ name: other.name, reason }]
    })
    .slice(0, MISSED)
}
