import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '@/server/db/client'
import { newId } from '@/server/lib/tokens'
import { minutesFromNow, NOW } from './moment'
import { buildUser } from './user'

/** The installation's one row, set up, with this operator or a new one. */
export async function buildInstallation(db: Db, overrides: Partial<Prisma.InstallationUncheckedCreateInput> = {}) {
  const operatorId = overrides.operatorId === undefined ? (await buildUser(db)).id : overrides.operatorId
  const data = { setUpAt: NOW, ...overrides, operatorId }
  return db.installation.upsert({ where: { id: 1 }, create: { id: 1, ...data }, update: data })
}

/** A community in Berlin without any members. */
export function buildCommunity(db: Db, overrides: Partial<Prisma.CommunityUncheckedCreateInput> = {}) {
  const id = overrides.id ?? newId('community')
  return db.community.create({
    data: {
      name: 'Thursday Gathering',
      slug: id.replace('_', '-'),
      timeZone: 'Europe/Berlin',
      postalAddress: 'Example Street 1, 10115 Berlin',
      createdAt: NOW,
      ...overrides,
      id,
    },
  })
}

/** A membership, of new people and communities where none are given; changes the role of an existing one. */
export async function buildMembership(db: Db, overrides: Partial<Prisma.MembershipUncheckedCreateInput> = {}) {
  const communityId = overrides.communityId ?? (await buildCommunity(db)).id
  const userId = overrides.userId ?? (await buildUser(db)).id
  const data = { role: 'MEMBER' as const, joinedAt: NOW, ...overrides, communityId, userId }
  return db.membership.upsert({
    where: { communityId_userId: { communityId, userId } },
    create: data,
    update: { role: data.role },
  })
}

/** A weekly series, Thursdays 17:00 in Berlin, without events. */
export async function buildSeries(db: Db, overrides: Partial<Prisma.SeriesUncheckedCreateInput> = {}) {
  const communityId = overrides.communityId ?? (await buildCommunity(db)).id
  const id = overrides.id ?? newId('series')
  return db.series.create({
    data: {
      slug: id.replace('_', '-'),
      name: 'Thursday Gathering',
      rrule: 'FREQ=WEEKLY;BYDAY=TH',
      startsAtLocal: '2026-11-05T17:00',
      durationMinutes: 180,
      timeZone: 'Europe/Berlin',
      venueName: 'The Harbour Hall',
      venueAddress: 'Example Quay 2, 10115 Berlin',
      createdAt: NOW,
      ...overrides,
      id,
      communityId,
    },
  })
}

/** An event that is running at {@link NOW}: it began 90 minutes ago and ends in 90. */
export async function buildEvent(db: Db, overrides: Partial<Prisma.EventUncheckedCreateInput> = {}) {
  const communityId = overrides.communityId ?? (await buildCommunity(db)).id
  return db.event.create({
    data: {
      id: newId('event'),
      name: 'Thursday Gathering',
      startsAt: minutesFromNow(-90),
      endsAt: minutesFromNow(90),
      timeZone: 'Europe/Berlin',
      venueName: 'The Harbour Hall',
      venueAddress: 'Example Quay 2, 10115 Berlin',
      createdAt: NOW,
      ...overrides,
      communityId,
    },
  })
}
