import { beforeAll, describe, expect, it } from 'vitest'
import { migrateJobs } from '@/server/jobs/migrate'
import { listOutcomes } from '@/server/services/suggestion/list-outcomes'
import { refreshSuggestions } from '@/server/services/suggestion/refresh-suggestions'
import { buildEvent } from '../factories/community'
import { buildContact, buildFollowUp, buildInteraction } from '../factories/contact'
import { buildGuest } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { testDatabaseUrl, testDb } from '../setup/integration'
import { callerOf, passFor } from './room-callers'

const db = testDb()
beforeAll(() => migrateJobs(testDatabaseUrl()))

/** Two people who share an interest, at an event; with what each may do, minutes after they came. */
async function two() {
  const event = await buildEvent(db)
  const [ada, noor] = [
    await buildGuest(db, event.id, { interests: ['bees'] }),
    await buildGuest(db, event.id, { interests: ['bees'] }),
  ]
  await refreshSuggestions(db, event.id, NOW)
  const { id: eventId, communityId } = event
  const outcome = async () => {
    const rows = await listOutcomes(db, { communityId })
    return rows.find(({ userId }) => userId === ada.id)
  }
  return { eventId, communityId, ada, noor, outcome, asAda: (minute: number) => callerOf(db, ada, { now: minutesFromNow(minute) }) }
}

describe('the outcomes of suggestions', () => {
  it('show each step of a suggestion’s life', async () => {
    const { eventId, ada, noor, outcome, asAda } = await two()
    expect(await outcome()).toMatchObject({
      userId: ada.id,
      otherId: noor.id,
      place: 'AFFINITY',
      features: { novelty: 1, readerVisit: 1, otherVisit: 1 },
      shownAt: null,
      openedAt: null,
      metAt: null,
      noted: false,
      followedUp: false,
    })
    await asAda(1).room.mine({ eventId })
    expect(await outcome()).toMatchObject({ shownAt: minutesFromNow(1), openedAt: null })
    await asAda(2).person.show({ eventId, personId: noor.id })
    expect(await outcome()).toMatchObject({ openedAt: null })
    await asAda(3).person.open({ eventId, personId: noor.id })
    await asAda(4).person.open({ eventId, personId: noor.id })
    await asAda(5).person.keep({ eventId, personId: noor.id, keep: true })
    expect(await outcome()).toMatchObject({ openedAt: minutesFromNow(3), keptAt: minutesFromNow(5), metAt: null })
    const { meetingId } = await asAda(6).meeting.byPass({ pass: passFor(noor) })
    expect(await outcome()).toMatchObject({ metAt: minutesFromNow(6), noted: false })
    await asAda(7).meeting.saveNote({ meetingId, note: 'about swarms' })
    expect(await outcome()).toMatchObject({ noted: true, followedUp: false })
    const contact = await db.contact.findFirstOrThrow({ where: { ownerId: ada.id } })
    const prompt = await buildFollowUp(db, { contactId: contact.id, eventId })
    expect(await outcome()).toMatchObject({ followedUp: false })
    await db.followUp.update({ where: { id: prompt.id }, data: { state: 'DONE', actedAt: NOW } })
    expect(await outcome()).toMatchObject({ followedUp: true })
    expect(JSON.stringify(await outcome())).not.toContain('swarms')
  })

  it('take a meeting back with its undoing', async () => {
    const { eventId, ada, noor, outcome, asAda } = await two()
    await asAda(1).room.mine({ eventId })
    // Known from before, so that contact and prompt outlive the meeting.
    const contact = await buildContact(db, { ownerId: ada.id, userId: noor.id })
    await buildInteraction(db, { contactId: contact.id, kind: 'WROTE' })
    const { meetingId } = await asAda(2).meeting.byPass({ pass: passFor(noor) })
    await asAda(3).meeting.saveNote({ meetingId, note: 'about swarms' })
    await buildFollowUp(db, { contactId: contact.id, eventId, state: 'DONE', actedAt: NOW })
    expect(await outcome()).toMatchObject({ metAt: minutesFromNow(2), noted: true, followedUp: true })
    await asAda(4).meeting.undo({ eventId, meetingId })
    expect(await outcome()).toMatchObject({ shownAt: minutesFromNow(1), metAt: null, noted: false, followedUp: false })
  })

  it('keep what was shown and then withdrawn, and nothing of what nobody saw', async () => {
    const { eventId, noor, outcome, asAda, communityId } = await two()
    await asAda(1).room.mine({ eventId })
    await callerOf(db, noor, { now: minutesFromNow(2) }).room.headHome({ eventId })
    await refreshSuggestions(db, eventId, minutesFromNow(3))
    expect(await listOutcomes(db, { communityId })).toHaveLength(1)
    expect(await outcome()).toMatchObject({ shownAt: minutesFromNow(1), withdrawnAt: minutesFromNow(3) })
    const before = await outcome()
    await callerOf(db, noor, { now: minutesFromNow(4) }).room.stayOn({ eventId })
    await refreshSuggestions(db, eventId, minutesFromNow(5))
    expect(await outcome()).toEqual({ ...before, withdrawnAt: null })
  })

  it('note what was put aside, and forget that when it is brought back', async () => {
    const { eventId, noor, outcome, asAda } = await two()
    await asAda(1).room.mine({ eventId })
    await asAda(2).person.notTonight({ eventId, personId: noor.id })
    expect(await outcome()).toMatchObject({ notTonightAt: minutesFromNow(2) })
    await asAda(3).person.bringBack({ eventId, personId: noor.id })
    expect(await outcome()).toMatchObject({ notTonightAt: null, withdrawnAt: null })
  })

  it('are those of one community, and of one event where that is asked', async () => {
    const { eventId, communityId } = await two()
    const elsewhere = await two()
    expect((await listOutcomes(db, { communityId })).map((row) => row.eventId)).toEqual([eventId, eventId])
    expect(await listOutcomes(db, { communityId, eventId: elsewhere.eventId })).toEqual([])
  })

  it('say nothing of features that this version cannot read', async () => {
    const { outcome } = await two()
    await db.suggestion.updateMany({ data: { features: { of: 'another version' } } })
    expect(await outcome()).toMatchObject({ features: null })
  })
})
