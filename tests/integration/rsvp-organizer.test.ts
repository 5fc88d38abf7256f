import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { buildMembership } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildRsvp } from '../factories/door'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'
import { sayAll, statesOf, toldTo, weekAhead } from './rsvp-callers'

const db = testDb()

async function organized(overrides: Parameters<typeof weekAhead>[0] = {}) {
  const event = await weekAhead(overrides)
  const organizer = await buildUser(db, { name: 'Olive' })
  await buildMembership(db, { communityId: event.communityId, userId: organizer.id, role: 'ORGANIZER' })
  return { eventId: event.id, rsvp: createCaller(buildContext(db, viewerOf(organizer))).rsvp }
}

describe('the organizer’s list', () => {
  it('has those who come and those who wait, in order, with all whom they bring, and nobody’s address', async () => {
    const { eventId, rsvp } = await organized({ capacity: 3, plusOnes: 2 })
    await sayAll(eventId, [1, 2, 0])
    const list = await rsvp.list({ eventId })
    expect(list).toMatchObject({ taken: 2, capacity: 3, closed: null })
    expect(list.going.map(({ plusOnes }) => plusOnes)).toEqual([1])
    expect(list.waiting.map(({ plusOnes, place }) => [place, plusOnes])).toEqual([[1, 2], [2, 0]])
    expect(JSON.stringify(list)).not.toContain('@example.org')
  })

  it('gives a place out of turn while there is one, and says why not when there is none', async () => {
    const { eventId, rsvp } = await organized({ capacity: 3, plusOnes: 2 })
    const people = await sayAll(eventId, [1, 2, 0, 0])
    const [, , third, fourth] = (await db.rsvp.findMany({ orderBy: { turn: 'asc' } })).map(({ id }) => id)
    await rsvp.givePlace({ eventId, rsvpId: third ?? '' })
    await rsvp.givePlace({ eventId, rsvpId: third ?? '' })
    await expect(rsvp.givePlace({ eventId, rsvpId: fourth ?? '' })).rejects.toThrow('All places are taken. They need one.')
    expect(await statesOf(eventId, people)).toEqual(['GOING', 'WAITLISTED', 'GOING', 'WAITLISTED'])
    expect(await toldTo(people[2] ?? { email: null })).toEqual(['PROMOTED', 'WAITLISTED'])
  })

  it('cancels for somebody, who is told, and the next in line moves up', async () => {
    const { eventId, rsvp } = await organized()
    const people = await sayAll(eventId, [0, 0])
    const [first] = await db.rsvp.findMany({ orderBy: { turn: 'asc' } })
    await rsvp.cancelFor({ eventId, rsvpId: first?.id ?? '' })
    await rsvp.cancelFor({ eventId, rsvpId: first?.id ?? '' })
    expect(await statesOf(eventId, people)).toEqual(['CANCELLED', 'GOING'])
    expect(await toldTo(people[0] ?? { email: null })).toEqual(['GOING', 'REMOVED'])
    await expect(rsvp.givePlace({ eventId, rsvpId: first?.id ?? '' })).rejects.toThrow('not on the waitlist any more')
  })

  it('reaches no RSVP of another event', async () => {
    const { eventId, rsvp } = await organized()
    const elsewhere = await buildRsvp(db, { eventId: (await weekAhead()).id, state: 'WAITLISTED' })
    await expect(rsvp.givePlace({ eventId, rsvpId: elsewhere.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(rsvp.cancelFor({ eventId, rsvpId: elsewhere.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the table for a spreadsheet', () => {
  it('is named by the event and its day, and has names and states but no address', async () => {
    const { eventId, rsvp } = await organized({ name: 'Offener Tisch, früh' })
    await sayAll(eventId, [0, 0])
    const { fileName, text } = await rsvp.export({ eventId })
    expect(fileName).toBe('offener-tisch-fruh-2026-11-26.csv')
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFName,State,In line,Brings,Said so',
      'Ada Example,Coming,,0,2026-11-19T17:30:00.000Z',
    ])
    expect(text).toContain('\r\nAda Example,Waitlist,1,0,')
    expect(text).not.toContain('@')
  })

  it.each(['=cmd|x', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '=HYPERLINK("a")\nb', '＝1'])(
    'takes %j for a name, not a formula',
    async (name) => {
      const { eventId, rsvp } = await organized()
      const person = await buildUser(db, { name })
      await buildRsvp(db, { eventId, userId: person.id })
      const { text } = await rsvp.export({ eventId })
      const cell = text.slice(text.indexOf('\r\n') + 2)
      expect(cell.replace(/^"/, '').startsWith("'")).toBe(true)
    },
  )
})
