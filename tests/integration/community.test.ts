import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { buildCommunity, buildMembership } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

async function someone(overrides: Parameters<typeof viewerOf>[1] = {}) {
  const user = await buildUser(testDb())
  return { user, caller: createCaller(buildContext(testDb(), viewerOf(user, overrides))) }
}

describe('communities', () => {
  it('are made by the operator alone, who owns them', async () => {
    const facts = { name: 'Second Community', timeZone: 'Asia/Tokyo' }
    const operator = await someone({ operator: true })
    const { id, slug } = await operator.caller.community.create(facts)
    expect(slug).toBe('second-community')
    expect(await operator.caller.community.mine()).toEqual([
      { id, slug, name: 'Second Community', isDemo: false, role: 'OWNER' },
    ])
    const other = await someone()
    await expect(other.caller.community.create(facts)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('of one name get addresses that can be told apart', async () => {
    const operator = await someone({ operator: true })
    const slugs = []
    for (const name of ['Harbour', 'harbour!', '港']) {
      slugs.push((await operator.caller.community.create({ name, timeZone: 'UTC' })).slug)
    }
    expect(slugs).toEqual(['harbour', 'harbour-2', 'community'])
  })

  it('are changed by their owners, within what can be', async () => {
    const db = testDb()
    const { user, caller } = await someone()
    const community = await buildCommunity(db)
    await buildMembership(db, { userId: user.id, communityId: community.id, role: 'OWNER' })
    const change = { communityId: community.id, name: 'New Name', timeZone: 'America/New_York', postalAddress: 'Pier 4' }
    await caller.community.update(change)
    expect(await db.community.findUniqueOrThrow({ where: { id: community.id } })).toMatchObject({
      name: 'New Name',
      timeZone: 'America/New_York',
      postalAddress: 'Pier 4',
      slug: community.slug,
    })
    await expect(caller.community.update({ ...change, timeZone: '+02:00' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await buildMembership(db, { userId: user.id, communityId: community.id, role: 'ORGANIZER' })
    await expect(caller.community.update(change)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('are not there for those who are not in them', async () => {
    const db = testDb()
    const community = await buildCommunity(db)
    const { caller } = await someone()
    await expect(caller.community.bySlug({ slug: community.slug })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const change = { communityId: community.id, name: 'Mine now', timeZone: 'UTC' }
    await expect(caller.community.update(change)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('say what one may do there', async () => {
    const db = testDb()
    const community = await buildCommunity(db)
    const { user, caller } = await someone()
    await buildMembership(db, { userId: user.id, communityId: community.id, role: 'HOST' })
    const { may } = await caller.community.bySlug({ slug: community.slug })
    expect(may).toEqual({ organize: false, editSeries: false, editCommunity: false, showDoor: true })
    await buildMembership(db, { userId: user.id, communityId: community.id, role: 'MEMBER' })
    expect(await caller.community.mine()).toEqual([])
  })
})
