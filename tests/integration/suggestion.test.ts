import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pairKey } from '@/domain/matching/pair-key'
import type { LiveMessage } from '@/server/live/messages'
import { createLiveHub, type LiveHub } from '@/server/live/subscribe'
import { STANDING } from '@/server/services/suggestion/on-the-list'
import { refreshSuggestions } from '@/server/services/suggestion/refresh-suggestions'
import { buildEvent } from '../factories/community'
import { buildBlock, buildCheckIn, buildGuest, buildMeeting, buildSuggestion } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { testDatabaseUrl, testDb } from '../setup/integration'

const db = testDb()

let hub: LiveHub
beforeAll(() => {
  hub = createLiveHub(testDatabaseUrl())
  return hub.ready()
})
afterAll(() => hub.close())

const later = (minutes: number) => minutesFromNow(minutes)
const shown = (eventId: string) =>
  db.suggestion.findMany({ where: { eventId, ...STANDING }, orderBy: [{ userId: 'asc' }, { rank: 'asc' }] })
const pairs = async (eventId: string) => new Set((await shown(eventId)).map(({ userId, otherId }) => pairKey(userId, otherId)))

/** Listens from this call on, until the first message. */
async function firstOf(messages: AsyncIterable<LiveMessage>) {
  for await (const message of messages) return message
  return null
}

async function guests(count: number) {
  const event = await buildEvent(db)
  const people = []
  for (let index = 0; index < count; index += 1) {
    people.push(await buildGuest(db, event.id, { interests: [`topic-${String(index % 3)}`] }))
  }
  return { eventId: event.id, people }
}

describe('refreshSuggestions', () => {
  it('gives everybody present somebody, and says up to when', async () => {
    const { eventId, people } = await guests(6)
    const changed = await refreshSuggestions(db, eventId, NOW)
    expect(new Set(changed)).toEqual(new Set(people.map(({ id }) => id)))
    const rows = await shown(eventId)
    expect(new Set(rows.map(({ userId }) => userId)).size).toBe(6)
    expect((await db.event.findUniqueOrThrow({ where: { id: eventId } })).suggestedAt).toEqual(NOW)
  })

  it('changes nothing and tells nobody when nothing has changed', async () => {
    const { eventId } = await guests(5)
    await refreshSuggestions(db, eventId, NOW)
    const before = await shown(eventId)
    expect(await refreshSuggestions(db, eventId, later(1))).toEqual([])
    expect(await shown(eventId)).toEqual(before)
  })

  it('leaves out the hidden, the blocked either way, who met anywhere, and who is elsewhere', async () => {
    const { eventId, people } = await guests(5)
    const [a, b, c, d, hidden] = people.map(({ id }) => id) as [string, string, string, string, string]
    const elsewhere = await buildGuest(db, (await buildEvent(db)).id)
    await db.profile.update({ where: { userId: hidden }, data: { visible: false } })
    await buildBlock(db, { blockerId: a, blockedId: b })
    await buildBlock(db, { blockerId: c, blockedId: a })
    await buildMeeting(db, { between: [c, d] })
    await refreshSuggestions(db, eventId, NOW)
    const found = await pairs(eventId)
    expect(found).toEqual(new Set([pairKey(a, d), pairKey(b, c), pairKey(b, d)]))
    expect(await db.suggestion.count({ where: { OR: [{ userId: elsewhere.id }, { otherId: elsewhere.id }] } })).toBe(0)
  })

  it('keeps what somebody has read while others arrive', async () => {
    const { eventId, people } = await guests(5)
    await refreshSuggestions(db, eventId, NOW)
    const [reader] = people
    await db.suggestion.updateMany({ where: { eventId, userId: reader?.id ?? '' }, data: { shownAt: NOW } })
    const read = await db.suggestion.findMany({ where: { eventId, userId: reader?.id ?? '' } })
    for (let index = 0; index < 25; index += 1) await buildGuest(db, eventId, { interests: [`topic-${String(index % 3)}`] })
    await refreshSuggestions(db, eventId, later(5))
    const now = await db.suggestion.findMany({ where: { eventId, userId: reader?.id ?? '' } })
    expect(now.map(({ id }) => id)).toEqual(expect.arrayContaining(read.map(({ id }) => id)))
  })

  it('takes away even what was read when it is not allowed any more', async () => {
    const { eventId, people } = await guests(4)
    await refreshSuggestions(db, eventId, NOW)
    await db.suggestion.updateMany({ data: { shownAt: NOW } })
    const [a, b, c] = people.map(({ id }) => id) as [string, string, string]
    await buildMeeting(db, { between: [a, b], eventId })
    await db.profile.update({ where: { userId: c }, data: { visible: false } })
    const changed = await refreshSuggestions(db, eventId, later(1))
    const left = await pairs(eventId)
    expect(left.has(pairKey(a, b))).toBe(false)
    expect([...left].some((pair) => pair.includes(c))).toBe(false)
    expect(changed).toEqual(expect.arrayContaining([a, b, c]))
  })

  it('keeps reasons true when a profile changes', async () => {
    const event = await buildEvent(db)
    const ada = await buildGuest(db, event.id, { profile: { ask: 'someone who knows beekeeping' } })
    const noor = await buildGuest(db, event.id, { profile: { offer: 'beekeeping for beginners' } })
    await refreshSuggestions(db, event.id, NOW)
    await db.suggestion.updateMany({ data: { shownAt: NOW } })
    const reasons = async () => JSON.stringify((await shown(event.id)).map((row) => row.reasons))
    expect(await reasons()).toContain('beekeeping for beginners')
    await db.profile.update({ where: { userId: noor.id }, data: { offer: 'sour dough' } })
    const changed = await refreshSuggestions(db, event.id, later(1))
    expect(await reasons()).not.toContain('beekeeping for beginners')
    expect(changed).toContain(ada.id)
    expect((await shown(event.id)).every(({ shownAt }) => shownAt !== null)).toBe(true)
  })

  it('runs one at a time: many at once write the rows of one', async () => {
    const { eventId } = await guests(12)
    const results = await Promise.all(Array.from({ length: 12 }, (_, index) => refreshSuggestions(db, eventId, later(index))))
    const rows = await shown(eventId)
    expect(new Set(rows.map(({ userId, otherId }) => `${userId}>${otherId}`)).size).toBe(rows.length)
    expect(results.filter((changed) => changed !== null && changed.length > 0)).toHaveLength(1)
  })

  it('without waiting leaves at once while another is at it', async () => {
    const { eventId } = await guests(3)
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`suggestions:${eventId}`}, 0))`
      expect(await refreshSuggestions(db, eventId, NOW, { wait: false })).toBeNull()
    })
    expect(await shown(eventId)).toEqual([])
  })

  it('tells the pages of those concerned, and of nobody else', async () => {
    const { eventId, people } = await guests(3)
    const stop = new AbortController()
    const message = firstOf(hub.subscribe(eventId, stop.signal))
    await refreshSuggestions(db, eventId, NOW)
    const heard = await message
    expect(heard).toMatchObject({ topic: 'people', eventId })
    expect(heard?.topic === 'people' && new Set(heard.userIds)).toEqual(new Set(people.map(({ id }) => id)))
    stop.abort()
  })

  it('touches no other event', async () => {
    const { eventId, people } = await guests(3)
    const other = await buildEvent(db)
    const [a, b] = people.map(({ id }) => id) as [string, string]
    await buildCheckIn(db, { eventId: other.id, userId: a })
    await buildCheckIn(db, { eventId: other.id, userId: b })
    await buildSuggestion(db, { eventId: other.id, userId: a, otherId: b })
    const before = await shown(other.id)
    await refreshSuggestions(db, eventId, NOW)
    expect(await shown(other.id)).toEqual(before)
  })
})
