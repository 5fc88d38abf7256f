import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { findViewer } from '@/server/auth/viewer'
import { setUpToken } from '@/server/services/set-up/set-up-token'
import { buildContext } from '../factories/context'
import { NOW, SECRET } from '../factories/moment'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'

const caller = () => createCaller(buildContext(testDb(), null))
const token = setUpToken(SECRET)
const form = {
  token,
  name: 'Olivia Owner',
  email: 'Olivia@Example.org',
  timeZone: 'Europe/Berlin',
  communityName: 'Thursday Gathering',
}

describe('set-up', () => {
  it('makes operator, community and catalogue, and signs the owner in', async () => {
    const db = testDb()
    const { sessionToken, slug } = await caller().setUp.finish(form)
    expect(slug).toBe('thursday-gathering')
    const viewer = await findViewer(db, sessionToken, NOW)
    expect(viewer).toMatchObject({ name: 'Olivia Owner', email: 'olivia@example.org', operator: true, doorGuest: false })
    const community = await db.community.findUniqueOrThrow({ where: { slug }, include: { memberships: true } })
    expect(community).toMatchObject({ name: 'Thursday Gathering', timeZone: 'Europe/Berlin', isDemo: false })
    expect(community.memberships.map(({ role, userId }) => ({ role, userId }))).toEqual([
      { role: 'OWNER', userId: viewer?.userId },
    ])
    expect(await db.interest.count({ where: { curated: true } })).toBeGreaterThan(300)
  })

  it('works once', async () => {
    expect(await caller().setUp.state({ token })).toEqual({ done: false })
    await caller().setUp.finish(form)
    expect(await caller().setUp.state({ token })).toEqual({ done: true })
    await expect(caller().setUp.finish({ ...form, email: 'eve@example.org' })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await testDb().user.count()).toBe(1)
  })

  it('lets exactly one of many at once through', async () => {
    const tries = Array.from({ length: 6 }, (_, index) =>
      caller().setUp.finish({ ...form, email: `owner${String(index)}@example.org` }),
    )
    const settled = await Promise.allSettled(tries)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of settled) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'CONFLICT' })
    }
    const db = testDb()
    expect(await db.user.count()).toBe(1)
    expect(await db.community.count()).toBe(1)
    expect(await db.session.count()).toBe(1)
  })

  it('is not there for another token', async () => {
    const wrong = token.replace(/.$/, (last) => (last === '2' ? '3' : '2'))
    await expect(caller().setUp.state({ token: wrong })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(caller().setUp.finish({ ...form, token: wrong })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await testDb().user.count()).toBe(0)
  })

  it.each([
    ['an empty name', { name: ' \u200b ' }],
    ['an impossible address', { email: '"a@b.com"@v.com' }],
    ['no community name', { communityName: '' }],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }],
    ['an unknown zone for the demo', { timeZone: 'Mars/Olympus', communityName: null }],
  ])('refuses %s and leaves nothing behind', async (_what, change) => {
    await expect(caller().setUp.finish({ ...form, ...change })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    const db = testDb()
    expect(await db.user.count()).toBe(0)
    expect(await db.installation.count()).toBe(0)
    expect(await caller().setUp.state({ token })).toEqual({ done: false })
  })

  it('takes a person who has signed in before as the owner', async () => {
    const db = testDb()
    const known = await buildUser(db, { email: 'olivia@example.org', name: '' })
    const { sessionToken } = await caller().setUp.finish(form)
    expect(await findViewer(db, sessionToken, NOW)).toMatchObject({ userId: known.id, name: 'Olivia Owner' })
  })
})
