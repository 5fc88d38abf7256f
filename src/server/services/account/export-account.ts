import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { contactsOf } from '@/server/db/scopes'
import { blockedAround } from '@/server/services/person/blocked-around'

const AT_EVENT = { event: { select: { name: true, startsAt: true } } } as const

/** Who somebody is, where the file tells of another: a name, and nothing else of theirs. */
const NAME = { select: { name: true } } as const

const OWN = {
  id: true, name: true, email: true, doorEmail: true, timeZone: true, locale: true, createdAt: true,
  profile: { omit: { userId: true } },
  interests: { select: { addedAt: true, interest: { select: { label: true } } } },
  memberships: { select: { role: true, joinedAt: true, community: { select: { name: true } } } },
  checkIns: { select: { at: true, visitNumber: true, leftAt: true, returnedAt: true, method: true, ...AT_EVENT } },
  rsvps: { select: { state: true, plusOnes: true, saidAt: true, cancelledAt: true, ...AT_EVENT } },
  invitations: { select: { answer: true, invitedAt: true, answeredAt: true } },
  followUpSettings: { omit: { userId: true } },
  contactGroups: { select: { name: true, cadence: true, createdAt: true } },
  importRuns: { select: { format: true, fileName: true, state: true, rows: true, createdAt: true } },
  asks: { select: { text: true, createdAt: true, closedAt: true } },
  updates: { select: { text: true, audience: true, at: true } },
  introductionSides: { select: { answer: true, answeredAt: true, shares: true, outcome: true } },
  asksReceived: { select: { answer: true, note: true, shares: true, answeredAt: true } },
  blocks: { select: { createdAt: true } },
  pushSubscriptions: { select: { createdAt: true } },
  sessions: { select: { createdAt: true, expires: true } },
} satisfies Prisma.UserSelect

const CONTACT = {
  name: true, organization: true, title: true, about: true, birthday: true, tags: true, source: true, cadence: true, snoozedUntil: true,
  skippedAt: true, createdAt: true,
  fields: { select: { kind: true, label: true, value: true, createdAt: true } },
  groups: { select: { group: { select: { name: true } } } },
  interactions: {
    orderBy: { at: 'asc' },
    select: { kind: true, at: true, note: true, myPromise: true, theirPromise: true, myPromiseKeptAt: true, theirPromiseKeptAt: true },
  },
  followUps: { select: { state: true, dueOn: true, dueTime: true, about: true, draft: true, actedAt: true, createdAt: true } },
} satisfies Prisma.ContactSelect

/**
 * Everything here that is one person's own, for a machine to read: what they wrote and did, their list with their notes,
 * what they were shown and sent. Of others there are names alone, and what those shared with this person; no one's
 * address, nothing that another wrote for themself, and nobody whom a block parts from this person, whoever blocked, but
 * for their own entry of one who blocked them, which they cannot know.
 */
export async function exportAccount(db: Db, userId: string, now: Date) {
  const met = { state: 'CONFIRMED' as const }
  const apart = [...(await blockedAround(db, userId))]
  const near = { notIn: apart }
  const [person, contacts, introductions, meetingsA, meetingsB, suggestions, mails] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: userId }, select: OWN }),
    db.contact.findMany({ where: contactsOf(userId), orderBy: [{ name: 'asc' }, { id: 'asc' }], select: CONTACT }),
    db.introduction.findMany({
      where: { byId: userId, sides: { none: { userId: { in: apart } } } },
      select: { createdAt: true, connectedAt: true, withdrawnAt: true, sides: { select: { reason: true, user: NAME } } },
    }),
    db.meeting.findMany({ where: { userAId: userId, userBId: near, ...met }, select: { confirmedAt: true, method: true, ...AT_EVENT, userB: NAME } }),
    db.meeting.findMany({ where: { userBId: userId, userAId: near, ...met }, select: { confirmedAt: true, method: true, ...AT_EVENT, userA: NAME } }),
    db.suggestion.findMany({
      where: { userId, otherId: near, shownAt: { not: null } },
      select: { shownAt: true, openedAt: true, keptAt: true, notTonightAt: true, ...AT_EVENT, other: NAME },
    }),
    db.outboxMail.findMany({ where: { userId }, orderBy: { queuedAt: 'asc' }, select: { kind: true, state: true, queuedAt: true } }),
  ])
  const meetings = [
    ...meetingsA.map(({ userB, ...rest }) => ({ with: userB.name, ...rest })),
    ...meetingsB.map(({ userA, ...rest }) => ({ with: userA.name, ...rest })),
  ]
  const shown = suggestions.map(({ other, ...rest }) => ({ person: other.name, ...rest }))
  return { writtenAt: now, person, contacts, introductions, meetings, suggestions: shown, mails }
}
