import { beforeEach, describe, expect, it } from 'vitest'
import { INTEREST_CATALOGUE } from '@/domain/interests/catalogue'
import { createCaller } from '@/server/api/root'
import { CAST } from '@/server/services/demo/cast'
import { createDemo } from '@/server/services/demo/create-demo'
import { syncCatalogue } from '@/server/services/interest/sync-catalogue'
import { buildContext } from '../factories/context'
import { NOW, SECRET } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

async function makeDemo(now = NOW, timeZone = 'Europe/Berlin') {
  const db = testDb()
  const owner = await buildUser(db)
  const demo = await db.$transaction(
    (tx) => createDemo(tx, { secret: SECRET, now, locale: 'en', ownerId: owner.id, timeZone }),
    { timeout: 20_000 },
  )
  return { db, owner, ...demo }
}

describe('the cast', () => {
  it('has only interests of the catalogue', () => {
    const slugs = new Set(INTEREST_CATALOGUE.map(({ slug }) => slug))
    expect(CAST.flatMap(({ interests }) => interests).filter((slug) => !slugs.has(slug))).toEqual([])
  })

  it('has nobody twice', () => {
    expect(new Set(CAST.map(({ name }) => name)).size).toBe(CAST.length)
  })
})

describe('the demo community', () => {
  beforeEach(() => syncCatalogue(testDb()))

  it('has four past evenings, one that is on, and more to come', async () => {
    const { db, id, tonightId } = await makeDemo()
    const events = await db.event.findMany({ where: { communityId: id }, orderBy: { startsAt: 'asc' } })
    const past = events.filter(({ endsAt }) => endsAt < NOW)
    const on = events.filter(({ startsAt, endsAt }) => startsAt <= NOW && endsAt >= NOW)
    expect(past).toHaveLength(4)
    expect(on.map((event) => event.id)).toEqual([tonightId])
    expect(events.length - past.length - on.length).toBe(12)
  })

  it('has thirty people in the room, newcomers and regulars, with true visit numbers', async () => {
    const { db, id, tonightId } = await makeDemo()
    const here = await db.checkIn.findMany({ where: { eventId: tonightId } })
    expect(here).toHaveLength(30)
    expect(here.filter(({ visitNumber }) => visitNumber === 1).length).toBeGreaterThanOrEqual(5)
    expect(here.filter(({ visitNumber }) => visitNumber === 5).length).toBeGreaterThanOrEqual(5)
    expect(here.every(({ at }) => at <= NOW)).toBe(true)
    const all = await db.checkIn.findMany({ where: { communityId: id }, orderBy: { event: { startsAt: 'asc' } } })
    const seen = new Map<string, number>()
    for (const { userId, visitNumber } of all) {
      expect(visitNumber).toBe((seen.get(userId) ?? 0) + 1)
      seen.set(userId, visitNumber)
    }
  })

  it('has meetings between people who were there, with private notes on either side', async () => {
    const { db, id } = await makeDemo()
    const meetings = await db.meeting.findMany({
      where: { event: { communityId: id } },
      include: { interactions: true, event: { include: { checkIns: true } } },
    })
    expect(meetings.length).toBeGreaterThan(40)
    for (const { userAId, userBId, event, interactions } of meetings) {
      const there = new Set(event.checkIns.map(({ userId }) => userId))
      expect(there.has(userAId) && there.has(userBId)).toBe(true)
      expect(interactions).toHaveLength(2)
    }
    expect(await db.interaction.count({ where: { note: { not: '' } } })).toBeGreaterThan(40)
  })

  it('has a circle ahead tonight, which three have joined and more can', async () => {
    const { db, owner, tonightId } = await makeDemo()
    const [circle, ...others] = await db.circle.findMany({ include: { invitations: true } })
    expect(others).toEqual([])
    expect(circle).toMatchObject({ eventId: tonightId, openedById: owner.id })
    expect(circle?.startsAt.getTime()).toBeGreaterThan(NOW.getTime())
    expect(circle?.invitations.filter(({ answer }) => answer === 'JOINED')).toHaveLength(3)
    expect(circle?.seats).toBeGreaterThan(3)
  })

  it('has people whom nothing can be sent to, each with interests', async () => {
    const { db, id, owner } = await makeDemo()
    const people = await db.user.findMany({
      where: { memberships: { some: { communityId: id } }, id: { not: owner.id } },
      include: { interests: true },
    })
    expect(people).toHaveLength(CAST.length)
    expect(people.every(({ email, doorEmail }) => email === null && doorEmail === null)).toBe(true)
    expect(people.every(({ interests }) => interests.length >= 3)).toBe(true)
  })

  it('is the same again from the same seed', async () => {
    const namesOf = async (eventId: string) => {
      const rows = await testDb().checkIn.findMany({ where: { eventId }, select: { at: true, user: { select: { name: true } } } })
      return rows.map(({ at, user }) => `${at.toISOString()} ${user.name}`).sort()
    }
    const [one, two] = [await makeDemo(), await makeDemo()]
    expect(await namesOf(one.tonightId)).toEqual(await namesOf(two.tonightId))
    expect([one.slug, two.slug]).toEqual(['harbour-gathering', 'harbour-gathering-2'])
  })

  it.each([
    ['2026-03-29T00:45:00Z', 'Europe/Berlin'],
    ['2026-10-25T01:10:00Z', 'Europe/Berlin'],
    ['2026-11-22T10:20:00Z', 'Asia/Kathmandu'],
    ['2026-01-01T00:05:00Z', 'Pacific/Auckland'],
  ])('has an open door at %s in %s', async (at, zone) => {
    const now = new Date(at)
    const { db, owner, tonightId } = await makeDemo(now, zone)
    const screen = await createCaller(buildContext(db, viewerOf(owner), { now })).event.doorScreen({ eventId: tonightId })
    expect(screen).toMatchObject({ door: 'OPEN', arrivals: 30 })
  })
})
