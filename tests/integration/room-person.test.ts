import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { migrateJobs } from '@/server/jobs/migrate'
import { flushAnnouncements } from '@/server/live/publish'
import { issueClaim } from '@/server/services/door/claim'
import { refreshSuggestions } from '@/server/services/suggestion/refresh-suggestions'
import { buildEvent, buildMembership } from '../factories/community'
import { buildBlock, buildCheckIn, buildGuest, buildMeeting } from '../factories/evening'
import { minutesFromNow, NOW, SECRET } from '../factories/moment'
import { buildUser } from '../factories/user'
import { testDatabaseUrl, testDb } from '../setup/integration'
import { callerOf, passFor } from './room-callers'

const db = testDb()
beforeAll(() => migrateJobs(testDatabaseUrl()))
afterEach(() => flushAnnouncements())

type Guest = Awaited<ReturnType<typeof buildGuest>>
const as = (person: Guest, minute = 0) => callerOf(db, person, { now: minutesFromNow(minute) })
const names = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name).sort()

/** A room whose people all like the same, suggestions computed at {@link NOW}. */
async function room(...who: readonly string[]) {
  const event = await buildEvent(db)
  const people = []
  for (const name of who) people.push(await buildGuest(db, event.id, { user: { name }, interests: ['bees'] }))
  await refreshSuggestions(db, event.id, NOW)
  return { eventId: event.id, people }
}

describe('the page of a person', () => {
  it('shows all that they show of themself, what both like apart, and no address', async () => {
    const event = await buildEvent(db)
    const ada = await buildGuest(db, event.id, { interests: ['bees', 'chess'], profile: { city: 'Lisbon' } })
    const noor = await buildGuest(db, event.id, {
      user: { name: 'Noor', email: 'noor.secret@example.org' },
      profile: { headline: 'Nurse', ask: 'a boat', offer: 'honey', organization: 'Harbour Hospital', city: 'Lisbon' },
      interests: ['moss', 'bees'],
    })
    await as(ada).room.mine({ eventId: event.id })
    const shown = await as(ada).person.show({ eventId: event.id, personId: noor.id })
    expect(shown).toMatchObject({
      name: 'Noor',
      headline: 'Nurse',
      visitNumber: 1,
      organization: 'Harbour Hospital',
      city: 'Lisbon',
      ask: 'a boat',
      offer: 'honey',
      interests: { shared: ['bees'], others: ['moss'] },
      suggested: true,
      kept: false,
      met: false,
      metState: 'NOT_YET',
    })
    expect(shown.reasons.join()).toContain('bees')
    expect(shown.question).not.toBe('')
    expect(JSON.stringify(shown)).not.toContain('secret')
  })

  it('is there for those who met or of whom one says so, and tells no more than a name of who is hidden', async () => {
    const event = await buildEvent(db)
    const eventId = event.id
    const [ada, noor, kim] = [
      await buildGuest(db, eventId),
      await buildGuest(db, eventId, { user: { name: 'Noor' }, profile: { visible: false, ask: 'a boat' }, interests: ['moss'] }),
      await buildGuest(db, eventId, { user: { name: 'Kim' } }),
    ]
    await as(ada).meeting.byPass({ pass: passFor(noor) })
    await buildMeeting(db, { between: [kim.id, ada.id], eventId, state: 'PROPOSED' })
    const show = (personId: string) => as(ada).person.show({ eventId, personId })
    expect(await show(noor.id)).toMatchObject({ name: 'Noor', met: true, ask: '', interests: { shared: [], others: [] } })
    expect(await show(kim.id)).toMatchObject({ name: 'Kim', met: false, suggested: false, metState: 'PROPOSED_BY_THEM' })
    await db.meeting.updateMany({ where: { state: 'PROPOSED' }, data: { declinedAt: NOW } })
    await expect(show(kim.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each([
    ['nobody suggested', async ({ eventId }: { eventId: string }) => (await buildGuest(db, eventId)).id],
    ['oneself', ({ ada }: { ada: Guest }) => Promise.resolve(ada.id)],
    ['who has gone home', async ({ eventId, noor }: { eventId: string; noor: Guest }) => {
      await as(noor).room.headHome({ eventId })
      return noor.id
    }],
    ['who is hidden now', async ({ noor }: { noor: Guest }) => {
      await db.profile.update({ where: { userId: noor.id }, data: { visible: false } })
      return noor.id
    }],
    ['who blocked the viewer', async ({ ada, noor }: { ada: Guest; noor: Guest }) => {
      await buildBlock(db, { blockerId: noor.id, blockedId: ada.id })
      return noor.id
    }],
    ['anybody, for who has gone home', async ({ eventId, ada, noor }: { eventId: string; ada: Guest; noor: Guest }) => {
      await as(ada).room.headHome({ eventId })
      return noor.id
    }],
    ['who was put aside', async ({ eventId, ada, noor }: { eventId: string; ada: Guest; noor: Guest }) => {
      await as(ada).person.notTonight({ eventId, personId: noor.id })
      return noor.id
    }],
  ])('is not found: %s', async (_who, choose) => {
    const { eventId, people } = await room('Ada', 'Noor')
    const [ada, noor] = people as [Guest, Guest]
    await as(ada).person.show({ eventId, personId: noor.id })
    const personId = await choose({ eventId, ada, noor })
    await expect(as(ada, 1).person.show({ eventId, personId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is not found at another event', async () => {
    const { eventId, people } = await room('Ada', 'Noor')
    const [ada, noor] = people as [Guest, Guest]
    const { communityId } = await db.event.findUniqueOrThrow({ where: { id: eventId } })
    const other = await buildEvent(db, { communityId })
    for (const { id: userId } of [ada, noor]) await buildCheckIn(db, { eventId: other.id, userId })
    const asked = { eventId: other.id, personId: noor.id }
    await expect(as(ada).person.show(asked)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('opening the page of a person', () => {
  it('is nothing for somebody who is not on the list', async () => {
    const { eventId, people } = await room('Ada', 'Noor')
    const [ada, noor] = people as [Guest, Guest]
    await as(ada).person.notTonight({ eventId, personId: noor.id })
    await as(ada, 1).person.open({ eventId, personId: noor.id })
    const row = await db.suggestion.findFirstOrThrow({ where: { userId: ada.id, otherId: noor.id } })
    expect(row.openedAt).toBeNull()
  })
})

describe('taps', () => {
  it('are refused kindly beyond sixty a minute, all kinds together, and other people’s are not', async () => {
    const { eventId, people } = await room('Ada', 'Noor')
    const [ada, noor] = people as [Guest, Guest]
    const asked = { eventId, personId: noor.id }
    for (let taps = 0; taps < 30; taps += 1) {
      await as(ada).person.keep({ ...asked, keep: true })
      await as(ada).person.open(asked)
    }
    const refused = { code: 'TOO_MANY_REQUESTS', message: expect.stringContaining('Wait a minute') as string }
    await expect(as(ada).person.keep({ ...asked, keep: true })).rejects.toMatchObject(refused)
    await expect(as(ada).person.open(asked)).rejects.toMatchObject(refused)
    await expect(as(ada).person.notTonight(asked)).rejects.toMatchObject(refused)
    await expect(as(ada).person.bringBack(asked)).rejects.toMatchObject(refused)
    await expect(as(ada).room.headHome({ eventId })).rejects.toMatchObject(refused)
    await expect(as(ada).room.stayOn({ eventId })).rejects.toMatchObject(refused)
    await as(noor).room.headHome({ eventId })
  })
})

describe('keeping', () => {
  it('is over when the event is', async () => {
    const { eventId, people } = await room('Ada', 'Noor')
    const [ada, noor] = people as [Guest, Guest]
    await db.event.update({ where: { id: eventId }, data: { endsAt: minutesFromNow(10) } })
    const keep = (minute: number) => as(ada, minute).person.keep({ eventId, personId: noor.id, keep: true })
    await keep(10)
    await expect(keep(11)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('holds somebody on the list when their reader says something new of themself', async () => {
    const { eventId, people } = await room('Ada', ...Array.from({ length: 12 }, (_, n) => `P${String(n)}`))
    const [ada] = people as [Guest]
    const list = (await as(ada, 1).room.mine({ eventId })).suggestions
    const last = list.at(-1)?.personId ?? ''
    await as(ada, 2).person.keep({ eventId, personId: last, keep: true })
    await as(ada, 2).person.keep({ eventId, personId: last, keep: true })
    // Everybody else is a better match from now on.
    await db.profile.updateMany({ where: { userId: { notIn: [ada.id, last] } }, data: { offer: 'bicycle repair' } })
    await as(ada, 3).profile.save({ ask: 'bicycle repair' })
    await refreshSuggestions(db, eventId, minutesFromNow(4))
    const kept = (await as(ada, 5).room.mine({ eventId })).suggestions.filter((card) => card.kept)
    expect(kept.map(({ personId }) => personId)).toEqual([last])
    await as(ada, 6).person.keep({ eventId, personId: last, keep: false })
    expect((await as(ada, 6).room.mine({ eventId })).suggestions.some((card) => card.kept)).toBe(false)
  })

  it('is only for who is on the list', async () => {
    const { eventId, people } = await room('Ada')
    const [ada] = people as [Guest]
    const stranger = await buildGuest(db, (await buildEvent(db)).id)
    await expect(as(ada).person.keep({ eventId, personId: stranger.id, keep: true })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('not tonight', () => {
  /** Seven people; Ada, and the first on her list, who is shown her too. */
  async function seven() {
    const { eventId, people } = await room('Ada', 'Noor', 'Kim', 'Lou', 'Max', 'Pat', 'Sam')
    const [ada] = people as [Guest]
    const row = await db.suggestion.findFirstOrThrow({
      where: { eventId, userId: ada.id, kind: 'MUTUAL' },
      orderBy: { rank: 'asc' },
    })
    const other = people.find(({ id }) => id === row.otherId) ?? ada
    const roomOf = (person: Guest, minute: number) => as(person, minute).room.mine({ eventId })
    const listOf = async (person: Guest, minute: number) =>
      (await roomOf(person, minute)).suggestions.map(({ personId }) => personId)
    const notTonight = (minute: number) => as(ada, minute).person.notTonight({ eventId, personId: other.id })
    return { eventId, ada, other, roomOf, listOf, notTonight }
  }

  it('brings somebody else at once and holds for the evening, however often it is said', async () => {
    const { eventId, ada, other, roomOf, listOf, notTonight } = await seven()
    const before = await listOf(ada, 1)
    for (let time = 0; time < 3; time += 1) await notTonight(2)
    const after = await roomOf(ada, 2)
    expect(after.suggestions.length).toBeGreaterThanOrEqual(before.length)
    expect(after.putAside).toEqual([{ personId: other.id, name: other.name }])
    expect(await as(ada, 2).person.isPutAside({ eventId, personId: other.id })).toBe(true)
    expect(await as(other, 2).person.isPutAside({ eventId, personId: ada.id })).toBe(false)
    for (const minute of [10, 20]) {
      await refreshSuggestions(db, eventId, minutesFromNow(minute))
      expect(await listOf(ada, minute)).not.toContain(other.id)
    }
  })

  it('brings somebody else also where everybody’s list is full', async () => {
    const { eventId, people } = await room('Ada', 'Noor', 'Kim', 'Lou', 'Max', 'Pat', 'Sam', 'Tom')
    for (const person of people) await as(person, 1).room.mine({ eventId })
    const [ada] = people as [Guest]
    const before = (await as(ada, 1).room.mine({ eventId })).suggestions.map(({ personId }) => personId)
    await as(ada, 2).person.notTonight({ eventId, personId: before[0] ?? '' })
    const after = (await as(ada, 2).room.mine({ eventId })).suggestions.map(({ personId }) => personId)
    expect(after.length).toBeGreaterThanOrEqual(before.length)
    expect(after).toEqual(expect.arrayContaining(before.slice(1)))
  })

  it('leaves the other’s page exactly as it was where they have read it, through later solves too', async () => {
    const { eventId, ada, other, roomOf, notTonight } = await seven()
    await roomOf(other, 1)
    const before = await roomOf(other, 1)
    expect(before.suggestions.map(({ personId }) => personId)).toContain(ada.id)
    await roomOf(ada, 1)
    await notTonight(2)
    expect(await roomOf(other, 2)).toEqual(before)
    await refreshSuggestions(db, eventId, minutesFromNow(5))
    expect(await roomOf(other, 5)).toEqual(before)
    expect(await as(other, 6).person.show({ eventId, personId: ada.id })).toMatchObject({ suggested: true })
  })

  it('keeps the reasons that the other reads true when one of the two writes something else', async () => {
    const { eventId, ada, other, roomOf, notTonight } = await seven()
    await as(ada, 1).profile.save({ offer: 'bicycle repair' })
    await as(other, 1).profile.save({ ask: 'bicycle repair' })
    await refreshSuggestions(db, eventId, minutesFromNow(2))
    const wordsOf = async (minute: number) =>
      (await roomOf(other, minute)).suggestions.find(({ personId }) => personId === ada.id)?.reasons.join(' ')
    expect(await wordsOf(3)).toContain('bicycle repair')
    await notTonight(4)
    await as(ada, 5).profile.save({ offer: '' })
    await refreshSuggestions(db, eventId, minutesFromNow(6))
    expect(await wordsOf(6)).toContain('bees')
    expect(await wordsOf(6)).not.toContain('bicycle repair')
  })

  it('leaves the other’s card where they have not read it either: its absence would tell as much', async () => {
    const { ada, other, listOf, notTonight } = await seven()
    await listOf(ada, 1)
    await notTonight(2)
    expect(await listOf(other, 3)).toContain(ada.id)
  })

  it('cannot be found out by heading home and coming back', async () => {
    const { eventId, ada, other, listOf, notTonight } = await seven()
    await listOf(other, 1)
    await listOf(ada, 1)
    await notTonight(2)
    await as(other, 3).room.headHome({ eventId })
    await refreshSuggestions(db, eventId, minutesFromNow(3))
    await as(other, 4).room.stayOn({ eventId })
    await refreshSuggestions(db, eventId, minutesFromNow(4))
    expect(await listOf(other, 5)).toContain(ada.id)
    expect(await listOf(ada, 5)).not.toContain(other.id)
  })

  it('can be taken back, and says nothing about those who are not there any more', async () => {
    const { eventId, ada, other, roomOf, listOf, notTonight } = await seven()
    await listOf(ada, 1)
    await notTonight(2)
    await as(ada, 3).person.bringBack({ eventId, personId: other.id })
    await as(ada, 3).person.bringBack({ eventId, personId: other.id })
    expect(await listOf(ada, 3)).toContain(other.id)
    await notTonight(4)
    await as(other, 5).room.headHome({ eventId })
    expect((await roomOf(ada, 5)).putAside).toEqual([])
  })

  it('is for this event alone', async () => {
    const { eventId, ada, other, listOf, notTonight } = await seven()
    await listOf(ada, 1)
    await notTonight(2)
    const { communityId } = await db.event.findUniqueOrThrow({ where: { id: eventId } })
    const next = await buildEvent(db, { communityId })
    for (const { id: userId } of [ada, other]) await buildCheckIn(db, { eventId: next.id, userId })
    expect((await as(ada, 3).room.mine({ eventId: next.id })).suggestions).toMatchObject([{ personId: other.id }])
  })
})

describe('heading home', () => {
  it('takes one off everybody’s list and count, and keeps meetings and notes in reach', async () => {
    const { eventId, people } = await room('Ada', 'Noor', 'Kim')
    const [ada, noor, kim] = people as [Guest, Guest, Guest]
    const { meetingId } = await as(ada, 1).meeting.byPass({ pass: passFor(kim) })
    await as(ada, 1).meeting.saveNote({ meetingId, note: 'about swarms' })
    expect(names((await as(noor, 1).room.mine({ eventId })).suggestions)).toEqual(['Ada', 'Kim'])
    await as(ada, 2).room.headHome({ eventId })
    await as(ada, 3).room.headHome({ eventId })
    expect(await as(noor, 3).room.mine({ eventId })).toMatchObject({ present: 2, suggestions: [{ name: 'Kim' }] })
    expect(await as(ada, 3).room.mine({ eventId })).toMatchObject({
      state: 'LEFT',
      suggestions: [],
      meetings: [{ name: 'Kim', note: 'about swarms' }],
    })
    expect(await db.checkIn.findFirst({ where: { userId: ada.id } })).toMatchObject({ leftAt: minutesFromNow(2) })
  })

  it('is taken back by saying so, with the list that there was', async () => {
    const { eventId, people } = await room('Ada', 'Noor')
    const [ada] = people as [Guest]
    const before = (await as(ada, 1).room.mine({ eventId })).suggestions
    await as(ada, 2).room.headHome({ eventId })
    await refreshSuggestions(db, eventId, minutesFromNow(3))
    await as(ada, 4).room.stayOn({ eventId })
    expect(await as(ada, 5).room.mine({ eventId })).toMatchObject({
      state: 'OPEN',
      present: 2,
      suggestions: before.map(({ personId }) => ({ personId, fresh: false })),
    })
  })

  it('is taken back by checking in once more, which counts no further visit', async () => {
    const { eventId, people } = await room('Ada', 'Noor')
    const [ada] = people as [Guest]
    await as(ada, 2).room.headHome({ eventId })
    const now = minutesFromNow(3)
    const claim = () => issueClaim(SECRET, eventId, now)
    expect(await as(ada, 3).door.checkIn({ token: claim() })).toMatchObject({ fresh: false, visitNumber: 1 })
    expect(await as(ada, 4).room.mine({ eventId })).toMatchObject({ state: 'OPEN', present: 2, visitNumber: 1 })
    await as(ada, 5).door.checkIn({ token: claim() })
    expect(await db.checkIn.findFirst({ where: { userId: ada.id } })).toMatchObject({ leftAt: null, returnedAt: now })
  })

  it('is told to the organizers as a count', async () => {
    const { eventId, people } = await room('Ada', 'Noor', 'Kim')
    const { communityId } = await db.event.findUniqueOrThrow({ where: { id: eventId } })
    const owner = await buildUser(db)
    await buildMembership(db, { communityId, userId: owner.id, role: 'OWNER' })
    await as(people[0] as Guest, 1).room.headHome({ eventId })
    expect(await callerOf(db, owner).event.get({ eventId })).toMatchObject({ arrivals: 3, here: 2 })
  })
})
