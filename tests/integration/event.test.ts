import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { publish } from '@/server/live/publish'
import { createLiveHub } from '@/server/live/subscribe'
import { readDoorCode } from '@/server/services/door/door-code'
import { watchDoor } from '@/server/services/event/watch-door'
import { buildEvent, buildMembership } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildCheckIn, buildGuest, buildMeeting } from '../factories/evening'
import { minutesFromNow, NOW, PUBLIC_URL, SECRET } from '../factories/moment'
import { buildSession, buildUser, viewerOf } from '../factories/user'
import { testDatabaseUrl, testDb } from '../setup/integration'

async function crew(role: 'OWNER' | 'ORGANIZER' | 'HOST' | 'MEMBER' = 'ORGANIZER') {
  const db = testDb()
  const [user, event] = await Promise.all([buildUser(db), buildEvent(db)])
  await buildMembership(db, { userId: user.id, communityId: event.communityId, role })
  return { db, user, event, caller: createCaller(buildContext(db, viewerOf(user))) }
}

describe('an event for its organizers', () => {
  it('shows who came and for which time, and nothing that is theirs alone', async () => {
    const { db, event, caller } = await crew()
    const one = await buildGuest(db, event.id, { user: { name: 'One' }, profile: { ask: 'a secret ask' }, at: minutesFromNow(-9) })
    const two = await buildGuest(db, event.id, { user: { name: 'Two' }, at: minutesFromNow(-8) })
    await db.checkIn.updateMany({ where: { userId: two.id }, data: { visitNumber: 3 } })
    await buildMeeting(db, { eventId: event.id, between: [one.id, two.id] })
    const shown = await caller.event.get({ eventId: event.id })
    expect(shown).toMatchObject({ arrivals: 2, firstTimers: 1 })
    expect(shown.people.map(({ name, visitNumber }) => [name, visitNumber])).toEqual([
      ['One', 1],
      ['Two', 3],
    ])
    const text = JSON.stringify(shown)
    for (const secret of [one.email, two.email, 'a secret ask', one.id]) expect(text).not.toContain(secret)
  })

  it('is listed with its counts, the ones to come apart from the past', async () => {
    const { db, event, caller } = await crew()
    await buildCheckIn(db, { eventId: event.id })
    const past = await buildEvent(db, {
      communityId: event.communityId,
      startsAt: minutesFromNow(-3000),
      endsAt: minutesFromNow(-2900),
    })
    await buildCheckIn(db, { eventId: past.id })
    await buildCheckIn(db, { eventId: past.id })
    await buildEvent(db)
    const within = { communityId: event.communityId }
    expect((await caller.event.list({ ...within, when: 'upcoming' })).events).toMatchObject([{ id: event.id, arrivals: 1 }])
    expect((await caller.event.list({ ...within, when: 'past' })).events).toMatchObject([
      { id: past.id, arrivals: 2, firstTimers: 2 },
    ])
  })

  it('says whether its door is still ahead and whether it has ended', async () => {
    const { db, user, event, caller } = await crew()
    expect(await caller.event.get({ eventId: event.id })).toMatchObject({ door: 'OPEN', ended: false })
    await db.event.update({ where: { id: event.id }, data: { endsAt: minutesFromNow(5) } })
    const after = createCaller(buildContext(db, viewerOf(user), { now: minutesFromNow(6) }))
    expect(await after.event.get({ eventId: event.id })).toMatchObject({ door: 'OVER', ended: true })
    await db.event.update({ where: { id: event.id }, data: { status: 'CANCELLED' } })
    expect(await after.event.get({ eventId: event.id })).toMatchObject({ door: 'CANCELLED', ended: true })
  })

  it('can be called off and put on again', async () => {
    const { event, caller } = await crew()
    await caller.event.setStatus({ eventId: event.id, status: 'CANCELLED' })
    expect(await caller.event.doorScreen({ eventId: event.id })).toMatchObject({ door: 'CANCELLED', code: null })
    await caller.event.setStatus({ eventId: event.id, status: 'SCHEDULED' })
    expect(await caller.event.doorScreen({ eventId: event.id })).toMatchObject({ door: 'OPEN' })
  })

  it('is not there for another community, and not a host’s to read', async () => {
    const { event } = await crew()
    const stranger = await crew('OWNER')
    const eventId = event.id
    for (const call of [
      () => stranger.caller.event.get({ eventId }),
      () => stranger.caller.event.doorScreen({ eventId }),
      () => stranger.caller.event.setStatus({ eventId, status: 'CANCELLED' }),
      () => stranger.caller.event.list({ communityId: event.communityId, when: 'past' }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    const host = await crew('HOST')
    await expect(host.caller.event.get({ eventId: host.event.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await host.caller.event.tonight({ communityId: host.event.communityId })).toMatchObject([{ id: host.event.id }])
    const member = await crew('MEMBER')
    await expect(member.caller.event.doorScreen({ eventId: member.event.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('the door screen', () => {
  it('shows a code that opens this event now', async () => {
    const { event, caller } = await crew('HOST')
    const { code, nextCodeInMs, reach } = await caller.event.doorScreen({ eventId: event.id })
    if (!code) throw new Error('no code')
    expect(code.url).toBe(`${PUBLIC_URL}/c/${code.code}`)
    expect(readDoorCode(SECRET, code.code, NOW)).toEqual({ kind: 'ROTATING', eventId: event.id, current: true })
    expect(nextCodeInMs).toBeGreaterThan(0)
    expect(nextCodeInMs).toBeLessThanOrEqual(30_000)
    expect(reach).toBe('REACHABLE')
  })

  it('has no code before the door opens and after the end', async () => {
    const { db, event, user } = await crew()
    const at = (minutes: number) =>
      createCaller(buildContext(db, viewerOf(user), { now: minutesFromNow(minutes) })).event.doorScreen({ eventId: event.id })
    expect(await at(-24 * 60)).toMatchObject({ door: 'EARLY', code: null })
    expect(await at(24 * 60)).toMatchObject({ door: 'OVER', code: null })
  })

  it('is told of arrivals and of the next code, and ends with the right to show it', async () => {
    const { db, event, user } = await crew('HOST')
    const live = createLiveHub(testDatabaseUrl())
    const leaving = new AbortController()
    try {
      await live.ready()
      // 20 milliseconds before the code changes.
      let now = new Date(Math.ceil(NOW.getTime() / 30_000 + 1) * 30_000 - 20)
      const { sessionToken: sessionHash } = await buildSession(db, { userId: user.id })
      const updates = watchDoor(db, {
        eventId: event.id,
        userId: user.id,
        sessionHash,
        secret: SECRET,
        publicUrl: PUBLIC_URL,
        clock: { now: () => now },
        live,
        signal: leaving.signal,
      })
      const first = await updates.next()
      expect(first.value).toMatchObject({ arrivals: 0, nextCodeInMs: 20 })
      now = new Date(now.getTime() + 21)
      const second = await updates.next()
      expect(second.value?.code?.code).not.toBe(first.value?.code?.code)
      expect(second.value?.nextCodeInMs).toBe(29_999)
      await buildCheckIn(db, { eventId: event.id })
      await publish(db, { topic: 'arrivals', eventId: event.id })
      expect((await updates.next()).value).toMatchObject({ arrivals: 1 })
      await buildMembership(db, { userId: user.id, communityId: event.communityId, role: 'MEMBER' })
      await publish(db, { topic: 'arrivals', eventId: event.id })
      expect((await updates.next()).done).toBe(true)
    } finally {
      leaving.abort()
      await live.close()
    }
  })

  it('hands no code to a screen whose session has ended', async () => {
    const { db, event, user } = await crew('HOST')
    const live = createLiveHub(testDatabaseUrl())
    const leaving = new AbortController()
    try {
      await live.ready()
      const { sessionToken: sessionHash } = await buildSession(db, { userId: user.id })
      const updates = watchDoor(db, {
        eventId: event.id,
        userId: user.id,
        sessionHash,
        secret: SECRET,
        publicUrl: PUBLIC_URL,
        clock: { now: () => NOW },
        live,
        signal: leaving.signal,
      })
      expect((await updates.next()).done).toBe(false)
      await db.session.deleteMany({ where: { userId: user.id } })
      await publish(db, { topic: 'arrivals', eventId: event.id })
      expect((await updates.next()).done).toBe(true)
    } finally {
      leaving.abort()
      await live.close()
    }
  })
})
