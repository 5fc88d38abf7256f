import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { buildCommunity, buildEvent, buildMembership } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildCheckIn } from '../factories/evening'
import { minutesFromNow } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const DAY = 24 * 60

async function member(role: 'OWNER' | 'ORGANIZER' | 'HOST' | 'MEMBER' = 'MEMBER') {
  const db = testDb()
  const user = await buildUser(db)
  const community = await buildCommunity(db, { name: 'Harbour Thursdays' })
  await buildMembership(db, { userId: user.id, communityId: community.id, role })
  return { user, community, caller: createCaller(buildContext(db, viewerOf(user))) }
}

describe('the start page', () => {
  it('names tonight, what comes next, and only one’s own communities', async () => {
    const db = testDb()
    const { community, caller } = await member()
    const at = { communityId: community.id }
    const tonight = await buildEvent(db, { ...at, startsAt: minutesFromNow(-60), endsAt: minutesFromNow(120) })
    const next = await buildEvent(db, { ...at, startsAt: minutesFromNow(7 * DAY), endsAt: minutesFromNow(7 * DAY + 180) })
    const later = { startsAt: minutesFromNow(8 * DAY), endsAt: minutesFromNow(8 * DAY + 180) }
    await buildEvent(db, { ...at, ...later, status: 'CANCELLED' })
    await buildEvent(db, later)
    const home = await caller.home.mine()
    expect(home.tonight).toMatchObject({ id: tonight.id, checkedIn: false, communityName: 'Harbour Thursdays' })
    expect(home.upcoming.map(({ id }) => id)).toEqual([next.id])
    expect(home.communities).toEqual([
      { id: community.id, slug: community.slug, name: 'Harbour Thursdays', organizes: false },
    ])
  })

  it('leads to the evening where one is checked in, until twelve hours after its end', async () => {
    const db = testDb()
    const { user, community, caller } = await member()
    const over = await buildEvent(db, {
      communityId: community.id,
      startsAt: minutesFromNow(-14 * 60),
      endsAt: minutesFromNow(-11 * 60),
    })
    expect((await caller.home.mine()).tonight).toBeNull()
    expect((await caller.home.ways()).eveningId).toBeNull()
    await buildCheckIn(db, { eventId: over.id, userId: user.id })
    expect((await caller.home.mine()).tonight).toMatchObject({ id: over.id, checkedIn: true, over: true })
    expect(await caller.home.ways()).toMatchObject({ eveningId: over.id, eveningOver: true })
    await db.event.update({ where: { id: over.id }, data: { endsAt: minutesFromNow(-13 * 60) } })
    expect((await caller.home.mine()).tonight).toBeNull()
  })

  it.each([
    ['OWNER', true],
    ['ORGANIZER', true],
    ['HOST', false],
    ['MEMBER', false],
  ] as const)('shows %s the way to organize: %s', async (role, organizes) => {
    const { community, caller } = await member(role)
    expect((await caller.home.mine()).communities.map((each) => each.organizes)).toEqual([organizes])
    expect((await caller.home.ways()).organizes).toEqual(organizes ? [community.slug] : [])
  })

  it('is for those who are signed in', async () => {
    const visitor = createCaller(buildContext(testDb(), null))
    await expect(visitor.home.mine()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(visitor.home.ways()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })
})
