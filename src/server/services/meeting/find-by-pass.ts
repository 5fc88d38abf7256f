import { DomainError } from '@/domain/errors'
import { meetingTimes } from '@/domain/meeting/meeting-time'
import { orderedPair } from '@/domain/meeting/pair'
import type { PrismaClient } from '@/generated/prisma/client'
import { withinLimit } from '@/server/db/rate-limit'
import { hashToken } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { ownerOfPass } from '../claim/former-id'
import { notBlocked } from './at-event'

/** Passes one person may open: enough for the quickest round through a room, far too few to guess one. */
const PASSES = { name: 'pass', times: 30, seconds: 600 }

export interface ScannedPass {
  readonly viewerId: string
  /** What the code on the other's phone holds. */
  readonly pass: string
  readonly now: Date
  readonly locale: Locale
}

/**
 * The person whose pass it is, and the latest event at which both are checked in and may say that they
 * met. A pass that nobody has, a person who is not here and one who is blocked, either way, all get
 * the same answer, so that a pass tells nothing to whom it was not shown in the room.
 * @throws DomainError TOO_MANY, BAD_INPUT for one's own pass, NOT_FOUND.
 */
export async function findByPass(db: PrismaClient, { viewerId, pass, now, locale }: ScannedPass) {
  const t = textOf(locale, 'pass')
  if (!(await withinLimit(db, PASSES, viewerId))) throw new DomainError('TOO_MANY', t('tooMany'))
  const id = await ownerOfPass(db, hashToken(pass))
  const person = id && (await db.user.findFirst({ where: { id, ...notBlocked(viewerId) }, select: { id: true, name: true } }))
  if (person && person.id === viewerId) throw new DomainError('BAD_INPUT', t('own'))
  const event = person && (await latestEventOfBoth(db, viewerId, person.id, now))
  if (!event) throw new DomainError('NOT_FOUND', t('unknown'))
  return { person, eventId: event.id, eventName: event.name, met: event.meetings.length > 0 }
}

function latestEventOfBoth(db: PrismaClient, viewerId: string, otherId: string, now: Date) {
  const { startsBy, endsFrom } = meetingTimes(now)
  return db.event.findFirst({
    where: {
      status: 'SCHEDULED',
      startsAt: { lte: startsBy },
      endsAt: { gte: endsFrom },
      AND: [{ checkIns: { some: { userId: viewerId } } }, { checkIns: { some: { userId: otherId } } }],
    },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      meetings: { where: { ...orderedPair(viewerId, otherId), state: 'CONFIRMED' }, select: { id: true } },
    },
  })
}
