import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { eventsWhereMay } from '@/server/db/scopes'
import { passOf } from '@/server/lib/pass'
import { drawQr, type QrDrawing } from '@/server/lib/qr'
import { slipOf } from '@/server/lib/slip'

/** As many badges as one print has: whole sheets of every format, and a page that a tablet still draws. */
const PER_PRINT = 120
const MOST_INTERESTS = 3

/** What is printed for one person; the codes are drawn already. */
export interface Badge {
  readonly personId: string
  readonly name: string
  /** False while they have not come in: then there is nothing to correct a name on. */
  readonly checkedIn: boolean
  /** Null for somebody who shows nothing of themself. */
  readonly visitNumber: number | null
  readonly interests: readonly string[]
  /** Opens 'did you two meet?'; null for somebody who shows nothing of themself. */
  readonly pass: QrDrawing | null
  /** Opens their own evening; only for somebody whom a host wrote down. */
  readonly slip: QrDrawing | null
}

/** Whose badges: all who came (since a moment), all who said that they come, or one person of either. */
export type BadgesOf =
  | { readonly who: 'in'; readonly since: Date | null }
  | { readonly who: 'going' }
  | { readonly who: 'one'; readonly personId: string }

interface Asked {
  readonly eventId: string
  /** The host. */
  readonly userId: string
  readonly of: BadgesOf
  /** Counts from 1. */
  readonly page: number
  readonly secret: string
  readonly publicUrl: string
  readonly now: Date
}

function person(eventId: string, communityId: string) {
  return {
    id: true,
    name: true,
    email: true,
    passVersion: true,
    slipHash: true,
    profile: { select: { visible: true } },
    interests: {
      select: { interest: { select: { label: true } } },
      orderBy: { addedAt: 'asc' },
      take: MOST_INTERESTS,
    },
    checkIns: { where: { eventId }, select: { badgeName: true, visitNumber: true } },
    _count: { select: { checkIns: { where: { communityId, eventId: { not: eventId } } } } },
  } as const satisfies Prisma.UserSelect
}

type Person = Prisma.UserGetPayload<{ select: ReturnType<typeof person> }>

function badgeOf(row: Person, { secret, publicUrl }: Pick<Asked, 'secret' | 'publicUrl'>): Badge {
  const [checkIn] = row.checkIns
  const bare = {
    personId: row.id,
    name: checkIn?.badgeName ?? row.name,
    checkedIn: checkIn !== undefined,
    slip: row.slipHash !== null && row.email === null ? drawQr(`${publicUrl}/slip/${slipOf(secret, row.id)}`) : null,
  }
  // Who shows nothing of themself at events is not shown by a badge either.
  if (row.profile?.visible === false) return { ...bare, visitNumber: null, interests: [], pass: null }
  return {
    ...bare,
    visitNumber: checkIn?.visitNumber ?? 1 + row._count.checkIns,
    interests: row.interests.map(({ interest }) => interest.label),
    pass: drawQr(`${publicUrl}/m/${passOf(secret, row.id, row.passVersion)}`),
  }
}

/** Whoever arrived after the moment, as the server learned of it: a device without network reports late. */
const arrivedAfter = (since: Date): Prisma.CheckInWhereInput => ({
  OR: [{ recordedAt: { gt: since } }, { recordedAt: null, at: { gt: since } }],
})

/** The people in their order: by arrival, or by when they said that they come. */
async function findPeople(db: Db, asked: Asked, communityId: string): Promise<{ people: Person[]; total: number }> {
  const { eventId, of } = asked
  const select = { user: { select: person(eventId, communityId) } }
  const event = { id: eventId, ...eventsWhereMay('readNames', asked.userId, asked.now) }
  const part = { skip: (asked.page - 1) * PER_PRINT, take: PER_PRINT }
  if (of.who === 'going') {
    const where = { state: 'GOING', event } as const
    const rows = await db.rsvp.findMany({ where, select, orderBy: [{ turn: 'asc' }, { id: 'asc' }], ...part })
    return { people: rows.map(({ user }) => user), total: await db.rsvp.count({ where }) }
  }
  if (of.who === 'in') {
    const where = { event, ...(of.since ? arrivedAfter(of.since) : {}) }
    const rows = await db.checkIn.findMany({ where, select, orderBy: [{ at: 'asc' }, { id: 'asc' }], ...part })
    return { people: rows.map(({ user }) => user), total: await db.checkIn.count({ where }) }
  }
  const here = { OR: [{ checkIns: { some: { event } } }, { rsvps: { some: { state: 'GOING' as const, event } } }] }
  const row = await db.user.findFirst({ where: { id: of.personId, ...here }, select: person(eventId, communityId) })
  return { people: row ? [row] : [], total: row ? 1 : 0 }
}

/**
 * A print's worth of badges: name, visit number, up to three interests, the pass, and the slip of whoever
 * was written down. Nothing else of a person is read.
 * @returns the badges of this page, how many there are in all, how many pages, and the moment they stand for.
 */
export async function listBadges(db: Db, asked: Asked & { readonly communityId: string }) {
  const { people, total } = await findPeople(db, asked, asked.communityId)
  return {
    badges: people.map((row) => badgeOf(row, asked)),
    total,
    pages: Math.max(1, Math.ceil(total / PER_PRINT)),
    at: asked.now,
  }
}
