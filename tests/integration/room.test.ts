import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { createLiveHub, type LiveHub } from '@/server/live/subscribe'
import { publish } from '@/server/live/publish'
import { followRoom } from '@/server/services/suggestion/follow-room'
import { refreshSuggestions } from '@/server/services/suggestion/refresh-suggestions'
import { buildEvent } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildBlock, buildCheckIn, buildGuest, buildSuggestion } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildSession, buildUser, viewerOf } from '../factories/user'
import { testDatabaseUrl, testDb } from '../setup/integration'
import { callerOf, passFor } from './room-callers'

const db = testDb()

describe('room.mine', () => {
  it('shows somebody who has just come whom to meet, without waiting for a job', async () => {
    const event = await buildEvent(db, { name: 'Thursday Gathering' })
    const ada = await buildGuest(db, event.id, { interests: ['bees'] })
    await buildGuest(db, event.id, {
      user: { name: 'Noor' },
      profile: { headline: 'Keeps bees on a roof', starter: 'Ask me about swarms' },
      interests: ['bees'],
    })
    const room = await callerOf(db, ada).room.mine({ eventId: event.id })
    expect(room).toMatchObject({ eventName: 'Thursday Gathering', visitNumber: 1, state: 'OPEN', present: 2 })
    expect(room.suggestions).toMatchObject([
      {
        name: 'Noor',
        headline: 'Keeps bees on a roof',
        visitNumber: 1,
        question: expect.stringContaining('“about swarms”') as string,
        metState: 'NOT_YET',
        fresh: true,
      },
    ])
    expect(room.suggestions[0]?.reasons[0]).toContain('bees')
  })

  it('notes that a suggestion was shown, once, and only to the one who looked', async () => {
    const event = await buildEvent(db)
    const ada = await buildGuest(db, event.id)
    await buildGuest(db, event.id)
    const mine = () => callerOf(db, ada).room.mine({ eventId: event.id })
    await mine()
    expect(await db.suggestion.findMany({ where: { shownAt: { not: null } } })).toMatchObject([{ userId: ada.id, shownAt: NOW }])
    expect((await mine()).suggestions).toMatchObject([{ fresh: false }])
  })

  it('holds nobody else’s address, pass, note or session', async () => {
    const event = await buildEvent(db)
    const ada = await buildGuest(db, event.id)
    const noor = await buildGuest(db, event.id, { user: { email: 'noor.secret@example.org' } })
    const kim = await buildGuest(db, event.id, { user: { email: null, emailVerified: null, doorEmail: 'kim.secret@example.org' } })
    const { meetingId } = await callerOf(db, kim).meeting.byPass({ pass: passFor(ada) })
    await callerOf(db, kim).meeting.saveNote({ meetingId, note: 'a private thing' })
    const text = JSON.stringify(await callerOf(db, ada).room.mine({ eventId: event.id }))
    expect(text).toContain(noor.id)
    expect(text).toContain(kim.id)
    for (const secret of ['secret', 'private thing', noor.passHash, passFor(noor)]) expect(text).not.toContain(secret)
  })

  it('is closed to those who are not checked in, and to others it does not exist', async () => {
    const event = await buildEvent(db)
    await buildGuest(db, event.id)
    const member = await buildUser(db)
    await buildCheckIn(db, { userId: member.id, eventId: (await buildEvent(db, { communityId: event.communityId })).id })
    const stranger = await buildUser(db)
    await buildCheckIn(db, { userId: stranger.id })
    const eventId = event.id
    await expect(callerOf(db, member).room.mine({ eventId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(callerOf(db, stranger).room.mine({ eventId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(createCaller(buildContext(db, null)).room.mine({ eventId })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })

  it('tells a hidden person so, and shows them to nobody', async () => {
    const event = await buildEvent(db)
    const hidden = await buildGuest(db, event.id, { profile: { visible: false } })
    const ada = await buildGuest(db, event.id)
    await buildSuggestion(db, { eventId: event.id, userId: ada.id, otherId: hidden.id })
    await buildSuggestion(db, { eventId: event.id, userId: hidden.id, otherId: ada.id })
    expect(await callerOf(db, hidden).room.mine({ eventId: event.id })).toMatchObject({ state: 'HIDDEN', suggestions: [] })
    expect((await callerOf(db, ada).room.mine({ eventId: event.id })).suggestions).toEqual([])
  })

  it('shows no one who is blocked, though the suggestion is older than the block', async () => {
    const event = await buildEvent(db)
    const ada = await buildGuest(db, event.id)
    const noor = await buildGuest(db, event.id)
    await buildSuggestion(db, { eventId: event.id, userId: ada.id, otherId: noor.id })
    await buildBlock(db, { blockerId: noor.id, blockedId: ada.id })
    expect((await callerOf(db, ada).room.mine({ eventId: event.id })).suggestions).toEqual([])
  })

  it('is empty and honest for the first one in the room', async () => {
    const event = await buildEvent(db)
    const ada = await buildGuest(db, event.id)
    expect(await callerOf(db, ada).room.mine({ eventId: event.id })).toMatchObject({
      state: 'OPEN',
      present: 1,
      suggestions: [],
      proposals: [],
      meetings: [],
    })
  })
})

describe('after the end of the event', () => {
  async function ended() {
    const event = await buildEvent(db, { startsAt: minutesFromNow(-300), endsAt: minutesFromNow(-60) })
    const ada = await buildGuest(db, event.id)
    const noor = await buildGuest(db, event.id)
    await buildSuggestion(db, { eventId: event.id, userId: ada.id, otherId: noor.id })
    await buildSuggestion(db, { eventId: event.id, userId: noor.id, otherId: ada.id })
    return { eventId: event.id, ada, noor }
  }

  it('shows and counts nobody, and computes nothing', async () => {
    const { eventId, ada } = await ended()
    const room = await callerOf(db, ada).room.mine({ eventId })
    expect(room).toMatchObject({ state: 'OVER', mayMeet: true, present: 0, suggestions: [] })
    expect(await refreshSuggestions(db, eventId, NOW)).toBeNull()
    expect(await db.event.findUniqueOrThrow({ where: { id: eventId } })).toMatchObject({ suggestedAt: null })
  })

  it('takes answers and passes for twelve hours, and keeps meetings for good', async () => {
    const { eventId, ada, noor } = await ended()
    await callerOf(db, noor).meeting.propose({ eventId, personId: ada.id })
    const [proposal] = (await callerOf(db, ada).room.mine({ eventId })).proposals
    expect(proposal).toMatchObject({ name: noor.name })
    await callerOf(db, ada).meeting.byPass({ pass: passFor(noor) })
    const nextDay = await callerOf(db, ada, { now: minutesFromNow(12 * 60) }).room.mine({ eventId })
    expect(nextDay).toMatchObject({ state: 'OVER', mayMeet: false, proposals: [], meetings: [{ name: noor.name }] })
  })

  it('is another page than before, so that an open one turns over', async () => {
    const event = await buildEvent(db, { endsAt: minutesFromNow(10) })
    const ada = await buildGuest(db, event.id)
    const versionAt = async (minutes: number) =>
      (await callerOf(db, ada, { now: minutesFromNow(minutes) }).room.mine({ eventId: event.id })).version
    expect(await versionAt(11)).not.toBe(await versionAt(9))
    expect(await versionAt(9)).toBe(await versionAt(8))
  })
})

describe('room.updates', () => {
  let hub: LiveHub
  beforeAll(() => {
    hub = createLiveHub(testDatabaseUrl())
    return hub.ready()
  })
  afterAll(() => hub.close())

  async function follow({ recheckMs = 60_000, sessionEnds = minutesFromNow(60) } = {}) {
    const event = await buildEvent(db)
    const ada = await buildGuest(db, event.id)
    const session = await buildSession(db, { userId: ada.id, expires: sessionEnds })
    const stop = new AbortController()
    const updates = followRoom(db, {
      live: hub,
      clock: { now: () => NOW },
      viewer: viewerOf(ada, { sessionHash: session.sessionToken }),
      eventId: event.id,
      signal: stop.signal,
      recheckMs,
    })
    const first = await updates.next()
    return { eventId: event.id, ada, session, stop, updates, first: first.value }
  }

  it('says at once how things stand, as the page does', async () => {
    const { eventId, ada, first, updates, stop } = await follow()
    const { version, present } = await callerOf(db, ada).room.mine({ eventId })
    expect(first).toEqual({ version, present })
    stop.abort()
    expect((await updates.next()).done).toBe(true)
  })

  it('says when somebody arrives, with the count alone', async () => {
    const { eventId, first, updates, stop } = await follow()
    const next = updates.next()
    await buildGuest(db, eventId)
    await publish(db, { topic: 'arrivals', eventId })
    expect((await next).value).toEqual({ ...first, present: 2 })
    stop.abort()
  })

  it('says when a meeting is made by the other phone', async () => {
    const { eventId, ada, first, updates, stop } = await follow()
    const noor = await buildGuest(db, eventId)
    const next = updates.next()
    await callerOf(db, noor).meeting.byPass({ pass: passFor(ada) })
    const { value } = await next
    expect(value).not.toEqual(first)
    expect(value?.version).not.toBe(first?.version)
    stop.abort()
  })

  it('is not woken by what concerns others', async () => {
    const { eventId, ada, first, updates, stop } = await follow()
    await publish(db, { topic: 'people', eventId, userIds: ['usr_somebodyelse'] })
    const noor = await buildGuest(db, eventId)
    const next = updates.next()
    await callerOf(db, noor).meeting.byPass({ pass: passFor(ada) })
    expect((await next).value?.version).not.toBe(first?.version)
    stop.abort()
  })

  it('ends when the session is revoked, at the next word', async () => {
    const { eventId, ada, session, updates } = await follow()
    const next = updates.next()
    await db.session.delete({ where: { id: session.id } })
    await publish(db, { topic: 'people', eventId, userIds: [ada.id] })
    expect((await next).done).toBe(true)
  })

  it('ends by itself when nothing is said', async () => {
    const { session, updates } = await follow({ recheckMs: 5 })
    const next = updates.next()
    await db.session.delete({ where: { id: session.id } })
    expect((await next).done).toBe(true)
  })

  it('ends when the check-in is taken back, and when the session is over', async () => {
    const first = await follow({ recheckMs: 5 })
    await db.checkIn.deleteMany({ where: { userId: first.ada.id } })
    // A count may come first; then it is over.
    let ended = false
    while (!ended) ended = (await first.updates.next()).done === true
    const second = await follow({ recheckMs: 5, sessionEnds: minutesFromNow(-1) })
    expect((await second.updates.next()).done).toBe(true)
  })

  it('needs a check-in', async () => {
    const event = await buildEvent(db)
    const stranger = await buildUser(db)
    await expect(callerOf(db, stranger, { live: hub }).room.updates({ eventId: event.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('reading and refreshing', () => {
  it('gives whoever says something new of themself a new list at once, whatever they read before', async () => {
    const event = await buildEvent(db)
    for (let n = 0; n < 9; n += 1) await buildGuest(db, event.id, { profile: { ask: '', offer: '', starter: '' } })
    const me = await buildGuest(db, event.id, { profile: { ask: '', offer: '', starter: '' } })
    const at = (minutes: number) => callerOf(db, me, { now: minutesFromNow(minutes) })
    const before = await at(1).room.mine({ eventId: event.id })
    const listed = before.suggestions.map(({ personId }) => personId)
    const unlisted = await db.checkIn.findFirstOrThrow({
      where: { eventId: event.id, userId: { notIn: [...listed, me.id] } },
    })
    await db.profile.update({ where: { userId: unlisted.userId }, data: { offer: 'bicycle repair, any evening' } })

    await at(2).profile.save({ ask: 'someone who repairs my bicycle' })

    const after = await at(3).room.mine({ eventId: event.id })
    expect(after.suggestions[0]).toMatchObject({ personId: unlisted.userId })
    expect(after.suggestions[0]?.reasons.join()).toContain('bicycle repair, any evening')
  })

  it('does not wait for a refresh that holds the rows, so that the two never lock each other', async () => {
    const event = await buildEvent(db)
    const [me] = await Promise.all([buildGuest(db, event.id), buildGuest(db, event.id)])
    await refreshSuggestions(db, event.id, minutesFromNow(1))
    const mine = callerOf(db, me, { now: minutesFromNow(2) })
    await db.$transaction(async (refresh) => {
      await refresh.$queryRaw`SELECT id FROM suggestion WHERE "eventId" = ${event.id} FOR UPDATE`
      const room = await mine.room.mine({ eventId: event.id })
      expect(room.suggestions).toHaveLength(1)
    })
    expect(await db.suggestion.count({ where: { userId: me.id, shownAt: { not: null } } })).toBe(0)
    await mine.room.mine({ eventId: event.id })
    expect(await db.suggestion.count({ where: { userId: me.id, shownAt: { not: null } } })).toBe(1)
  })
})
