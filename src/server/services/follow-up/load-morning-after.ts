import type { z } from 'zod'
import type { morningAfterProps } from '@/server/email/templates/morning-after'
import type { Db } from '@/server/db/client'
import type { Clock } from '@/server/lib/clock'
import { textOf, type Locale } from '@/text/translator'
import { blockedAround } from '../person/blocked-around'
import { reasonsInWords } from '../suggestion/stored-words'
import { unsubscribeToken } from '../mail/unsubscribe-token'
import { FOLLOW_UP_ACTIONS, followUpToken } from './follow-up-token'

type Props = z.input<typeof morningAfterProps>

interface Deps {
  readonly db: Db
  readonly clock: Clock
  readonly secret: string
  readonly publicUrl: string
}

interface Addressed {
  readonly recipient: string
  readonly userId: string | null
  readonly eventId: string
}

/** How many people not met are named. */
const MISSED = 2

/** Open prompts of this evening, in the order in which the people were met. */
async function loadMet(db: Db, ownerId: string, eventId: string, hidden: ReadonlySet<string>) {
  const rows = await db.followUp.findMany({
    where: { ownerId, eventId, state: 'OPEN' },
    select: {
      id: true,
      draft: true,
      contact: {
        select: {
          name: true,
          userId: true,
          interactions: { where: { meeting: { eventId } }, select: { note: true, at: true }, take: 1 },
        },
      },
    },
  })
  const at = (row: (typeof rows)[number]) => row.contact.interactions[0]?.at.getTime() ?? 0
  return rows
    .filter(({ contact }) => contact.userId === null || !hidden.has(contact.userId))
    .sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1))
}

/** Reasons that are still worth reading when the evening is over: what both wrote, not who was new. */
const LASTING: ReadonlySet<unknown> = new Set([
  'sharedInterest',
  'sharedInterests',
  'theirOfferMatchesYourAsk',
  'yourOfferMatchesTheirAsk',
])

function lasting(stored: unknown): unknown[] {
  const reasons: unknown[] = Array.isArray(stored) ? stored : []
  return reasons.filter((one) => typeof one === 'object' && one !== null && 'code' in one && LASTING.has(one.code))
}

/** Reasons of what was withdrawn are put anew no more: they hold while neither has said anything else since. */
function saidMoreSince(withdrawnAt: Date | null, ...describedAt: readonly (Date | null)[]): boolean {
  return withdrawnAt !== null && describedAt.some((at) => at !== null && at > withdrawnAt)
}

/**
 * People who were suggested and not met, visible and not blocked either way. Who went home before the
 * other did was there all the same; whom this person did not want that night is not brought up again.
 */
async function loadMissed(db: Db, userId: string, eventId: string, hidden: ReadonlySet<string>, locale: Locale) {
  const [suggestions, meetings] = await Promise.all([
    db.suggestion.findMany({
      where: {
        eventId,
        userId,
        notTonightAt: null,
        other: { checkIns: { some: { eventId } }, NOT: { profile: { visible: false } } },
      },
      orderBy: [{ withdrawnAt: { sort: 'desc', nulls: 'first' } }, { rank: 'asc' }, { id: 'asc' }],
      select: {
        otherId: true,
        reasons: true,
        withdrawnAt: true,
        user: { select: { describedAt: true } },
        other: { select: { name: true, describedAt: true } },
      },
    }),
    // Met on any evening: whom one knows one has not missed.
    db.meeting.findMany({
      where: { state: 'CONFIRMED', OR: [{ userAId: userId }, { userBId: userId }] },
      select: { userAId: true, userBId: true },
    }),
  ])
  const met = new Set(meetings.flatMap(({ userAId, userBId }) => [userAId, userBId]))
  return suggestions
    .filter(({ otherId }) => !met.has(otherId) && !hidden.has(otherId))
    .filter(({ withdrawnAt, user, other }) => !saidMoreSince(withdrawnAt, user.describedAt, other.describedAt))
    .flatMap(({ other, reasons }) => {
      const [reason] = reasonsInWords(lasting(reasons), locale)
      return reason === undefined ? [] : [{ name: other.name, reason }]
    })
    .slice(0, MISSED)
}

/**
 * What the mail of the morning after says, as things are now: only the recipient's own notes, nobody's
 * address, nobody blocked, nothing that was acted on already. For the operator notes and drafts are
 * withheld and links lead nowhere.
 * @returns null when the event was cancelled or is gone, or the person is, or was not there after all, or
 *   the address is no longer theirs.
 */
export async function loadMorningAfter(
  { db, clock, secret, publicUrl }: Deps,
  { recipient, userId, eventId }: Addressed,
  locale: Locale,
  reader: 'recipient' | 'operator',
): Promise<Props | null> {
  if (!userId) return null
  const checkIn = await db.checkIn.findUnique({
    where: { eventId_userId: { eventId, userId } },
    select: {
      user: { select: { name: true, email: true, doorEmail: true } },
      event: {
        select: { name: true, status: true, community: { select: { name: true, postalAddress: true } } },
      },
    },
  })
  if (!checkIn || checkIn.event.status === 'CANCELLED') return null
  const { user, event } = checkIn
  if (recipient !== (user.email ?? user.doorEmail)) return null

  const hidden = await blockedAround(db, userId)
  const [followUps, missed] = await Promise.all([
    loadMet(db, userId, eventId, hidden),
    loadMissed(db, userId, eventId, hidden, locale),
  ])
  const t = textOf(locale, 'mail')
  const own = reader === 'recipient'
  const now = clock.now()
  const link = (followUpId: string) =>
    FOLLOW_UP_ACTIONS.map((action) =>
      own
        ? `${publicUrl}/follow-up/${followUpToken(secret, { followUpId, ownerId: userId, action }, now)}`
        : `${publicUrl}/#${followUpId}-${action}`,
    )
  return {
    name: user.name,
    eventName: event.name,
    communityName: event.community.name,
    postalAddress: event.community.postalAddress,
    met: followUps.map(({ id, draft, contact }) => {
      const note = contact.interactions[0]?.note ?? ''
      const [doneUrl = '', laterUrl = '', notNeededUrl = ''] = link(id)
      return {
        name: contact.name,
        note: own || note === '' ? note : t('morningAfter.privateNote'),
        draft: own || draft === '' ? draft : t('morningAfter.privateDraft'),
        doneUrl,
        laterUrl,
        notNeededUrl,
      }
    }),
    missed,
    eveningUrl: `${publicUrl}/evening/${eventId}`,
    unsubscribeUrl: own
      ? `${publicUrl}/unsubscribe/${unsubscribeToken(secret, userId, 'MORNING_AFTER', recipient)}`
      : `${publicUrl}/#unsubscribe`,
  }
}
