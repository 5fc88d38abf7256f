import { describe, expect, it } from 'vitest'
import { buildEvent } from '../factories/community'
import { buildInteraction } from '../factories/contact'
import { buildBlock, buildGuest, buildSuggestion } from '../factories/evening'
import { minutesFromNow } from '../factories/moment'
import { testDb } from '../setup/integration'
import { callerOf, passFor } from './room-callers'

const db = testDb()

/** Ada and Noor are shown to each other; Kim is there too and does not want to be shown. */
async function room() {
  const event = await buildEvent(db)
  const ada = await buildGuest(db, event.id, { user: { name: 'Ada' } })
  const noor = await buildGuest(db, event.id, { user: { name: 'Noor' } })
  const kim = await buildGuest(db, event.id, { user: { name: 'Kim' }, profile: { visible: false } })
  await buildSuggestion(db, { eventId: event.id, userId: ada.id, otherId: noor.id })
  await buildSuggestion(db, { eventId: event.id, userId: noor.id, otherId: ada.id })
  const eventId = event.id
  return { eventId, ada, noor, kim, asAda: callerOf(db, ada), asNoor: callerOf(db, noor), asKim: callerOf(db, kim) }
}

describe('saying that you met', () => {
  it('asks the other, who says yes', async () => {
    const { eventId, ada, noor, asAda, asNoor } = await room()
    const { meetingId, state } = await asAda.meeting.propose({ eventId, personId: noor.id })
    expect(state).toBe('PROPOSED')
    expect(await db.contact.count()).toBe(0)
    expect((await asNoor.room.mine({ eventId })).proposals).toEqual([{ meetingId, personId: ada.id, name: 'Ada' }])
    await asNoor.meeting.confirm({ eventId, meetingId })
    expect(await db.meeting.findMany()).toMatchObject([{ id: meetingId, state: 'CONFIRMED', method: 'CONFIRMATION' }])
    expect(await db.interaction.count()).toBe(2)
    expect((await asAda.room.mine({ eventId })).meetings).toMatchObject([{ meetingId, name: 'Noor' }])
    expect((await asNoor.room.mine({ eventId })).proposals).toEqual([])
  })

  it('is confirmed when both say so', async () => {
    const { eventId, ada, noor, asAda, asNoor } = await room()
    await asAda.meeting.propose({ eventId, personId: noor.id })
    const second = await asNoor.meeting.propose({ eventId, personId: ada.id })
    expect(second.state).toBe('CONFIRMED')
    expect(await db.meeting.count()).toBe(1)
  })

  it('is one confirmed meeting when both tap at the same moment, many times', async () => {
    const { eventId, ada, noor, asAda, asNoor } = await room()
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0
          ? asAda.meeting.propose({ eventId, personId: noor.id })
          : asNoor.meeting.propose({ eventId, personId: ada.id }),
      ),
    )
    expect(await db.meeting.findMany()).toMatchObject([{ state: 'CONFIRMED' }])
    expect(await db.contact.count()).toBe(2)
    expect(await db.interaction.count()).toBe(2)
  })

  it('said twice is said once, and proves nothing alone', async () => {
    const { eventId, noor, asAda } = await room()
    const first = await asAda.meeting.propose({ eventId, personId: noor.id })
    const second = await asAda.meeting.propose({ eventId, personId: noor.id })
    expect(second).toEqual(first)
    await expect(asAda.meeting.confirm({ eventId, meetingId: first.meetingId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await db.meeting.findMany()).toMatchObject([{ state: 'PROPOSED', confirmedAt: null }])
  })

  it('no is silent: the one who asked sees what they saw before', async () => {
    const { eventId, ada, noor, asAda, asNoor } = await room()
    const { meetingId } = await asAda.meeting.propose({ eventId, personId: noor.id })
    const before = await asAda.room.mine({ eventId })
    await asNoor.meeting.decline({ eventId, meetingId })
    expect(await asAda.room.mine({ eventId })).toEqual({
      ...before,
      suggestions: before.suggestions.map((card) => ({ ...card, fresh: false })),
    })
    expect(before.suggestions).toMatchObject([{ personId: noor.id, metState: 'PROPOSED_BY_ME' }])
    const noors = await asNoor.room.mine({ eventId })
    expect(noors.proposals).toEqual([])
    expect(noors.suggestions).toMatchObject([{ personId: ada.id, metState: 'NOT_YET' }])
    // Asking again does not ask her again.
    await asAda.meeting.propose({ eventId, personId: noor.id })
    expect((await asNoor.room.mine({ eventId })).proposals).toEqual([])
    // A pass, shown by hand, still counts.
    await asNoor.meeting.byPass({ pass: passFor(ada) })
    expect(await db.meeting.findMany()).toMatchObject([{ state: 'CONFIRMED', declinedAt: null }])
  })

  it('names nobody whom the viewer is not shown', async () => {
    const { eventId, ada, kim, asAda } = await room()
    await expect(asAda.meeting.propose({ eventId, personId: kim.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(asAda.meeting.propose({ eventId, personId: ada.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await db.meeting.count()).toBe(0)
  })

  it('is nobody else’s to answer', async () => {
    const { eventId, noor, asAda, asKim } = await room()
    const { meetingId } = await asAda.meeting.propose({ eventId, personId: noor.id })
    await expect(asKim.meeting.confirm({ eventId, meetingId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(asKim.meeting.decline({ eventId, meetingId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(asKim.meeting.undo({ eventId, meetingId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is over 12 hours after the end', async () => {
    const { eventId, ada, noor } = await room()
    const late = callerOf(db, ada, { now: minutesFromNow(90 + 12 * 60 + 1) })
    await expect(late.meeting.propose({ eventId, personId: noor.id })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    expect(await late.room.mine({ eventId })).toMatchObject({ state: 'OVER', suggestions: [], proposals: [] })
  })
})

describe('notes', () => {
  it('belong to whoever writes them: no other’s page or procedure has them', async () => {
    const { eventId, ada, noor, asAda, asNoor, asKim } = await room()
    const { meetingId } = await asNoor.meeting.byPass({ pass: passFor(ada) })
    await asAda.meeting.saveNote({ meetingId, note: 'likes bees' })
    await asNoor.meeting.saveNote({ meetingId, note: 'promised a book' })
    expect((await asAda.room.mine({ eventId })).meetings).toMatchObject([{ note: 'likes bees' }])
    expect((await asNoor.room.mine({ eventId })).meetings).toMatchObject([{ note: 'promised a book' }])
    expect(JSON.stringify(await asAda.room.mine({ eventId }))).not.toContain('promised a book')
    expect(JSON.stringify(await asAda.meeting.peek({ pass: passFor(noor) }))).not.toContain('book')
    await expect(asKim.meeting.saveNote({ meetingId, note: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('may be long, and not longer than the column', async () => {
    const { ada, asNoor } = await room()
    const { meetingId } = await asNoor.meeting.byPass({ pass: passFor(ada) })
    await asNoor.meeting.saveNote({ meetingId, note: 'ä'.repeat(2000) })
    await expect(asNoor.meeting.saveNote({ meetingId, note: 'ä'.repeat(2001) })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await asNoor.meeting.saveNote({ meetingId, note: '' })
    expect(await db.interaction.count({ where: { note: '' } })).toBe(2)
  })
})

describe('undo', () => {
  it('takes a mistaken meeting back for both, and keeps a contact of whom more is known', async () => {
    const { eventId, ada, noor, asAda, asNoor } = await room()
    const { meetingId } = await asAda.meeting.byPass({ pass: passFor(noor) })
    const known = await db.contact.findFirstOrThrow({ where: { ownerId: noor.id } })
    await buildInteraction(db, { contactId: known.id, kind: 'WROTE' })
    await asNoor.meeting.undo({ eventId, meetingId })
    expect(await db.meeting.count()).toBe(0)
    expect(await db.interaction.findMany()).toMatchObject([{ kind: 'WROTE' }])
    expect(await db.contact.findMany()).toMatchObject([{ ownerId: noor.id, userId: ada.id }])
    expect((await asAda.room.mine({ eventId })).meetings).toEqual([])
  })

  it.each([
    ['written down by hand', { source: 'HAND' }],
    ['brought by a file', { source: 'IMPORT' }],
    ['with something to remember', { about: 'Plays the oboe.' }],
    ['with a tag', { tags: ['music'] }],
    ['with a rhythm of its own', { cadence: 'WEEKLY' }],
  ] as const)('keeps an entry %s', async (_, made) => {
    const { eventId, noor, asAda, asNoor } = await room()
    const { meetingId } = await asAda.meeting.byPass({ pass: passFor(noor) })
    await db.contact.updateMany({ where: { ownerId: noor.id }, data: { ...made, tags: 'tags' in made ? [...made.tags] : [] } })
    await asNoor.meeting.undo({ eventId, meetingId })
    expect(await db.contact.findMany()).toMatchObject([{ ownerId: noor.id, ...made }])
  })

  it('takes back one’s own proposal, not the other’s', async () => {
    const { eventId, noor, asAda, asNoor } = await room()
    const { meetingId } = await asAda.meeting.propose({ eventId, personId: noor.id })
    await expect(asNoor.meeting.undo({ eventId, meetingId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await asAda.meeting.undo({ eventId, meetingId })
    expect(await db.meeting.count()).toBe(0)
  })
})

describe('a block', () => {
  it('takes both out of each other’s evening at once, proposals included, and says nothing', async () => {
    const { eventId, ada, noor, asAda, asNoor } = await room()
    await asAda.meeting.propose({ eventId, personId: noor.id })
    await asNoor.person.block({ eventId, personId: ada.id })
    for (const caller of [asAda, asNoor]) {
      expect(await caller.room.mine({ eventId })).toMatchObject({ suggestions: [], proposals: [], meetings: [] })
    }
    await expect(asAda.meeting.propose({ eventId, personId: noor.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(asAda.meeting.byPass({ pass: passFor(noor) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await db.meeting.count()).toBe(0)
    await asNoor.person.block({ eventId, personId: ada.id })
    expect(await db.block.count()).toBe(1)
  })

  it('hides a meeting that was, either way', async () => {
    const { eventId, ada, noor, asAda, asNoor } = await room()
    await asAda.meeting.byPass({ pass: passFor(noor) })
    await buildBlock(db, { blockerId: ada.id, blockedId: noor.id })
    expect((await asAda.room.mine({ eventId })).meetings).toEqual([])
    expect((await asNoor.room.mine({ eventId })).meetings).toEqual([])
  })

  it('needs somebody whom the viewer has come across here', async () => {
    const { eventId, kim, asAda } = await room()
    await expect(asAda.person.block({ eventId, personId: kim.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await db.block.count()).toBe(0)
  })
})
