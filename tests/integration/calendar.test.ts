import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { writeCalendar } from '@/server/services/calendar/write-calendar'
import { buildEvent, buildMembership, buildSeries } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildRsvp } from '../factories/door'
import { buildCheckIn } from '../factories/evening'
import { minutesFromNow, NOW, PUBLIC_URL } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()
const DAY = 24 * 60
const visitor = () => createCaller(buildContext(db, null))

function componentsOf(text: string) {
  const calendar = ICAL.Component.fromString(text)
  return { calendar, events: calendar.getAllSubcomponents('vevent') }
}

/** What a calendar shows of each event, by its UID. */
function shownIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries<string>(
    componentsOf(text).events.map((event) => [
      String(event.getFirstPropertyValue('uid')).replace(/@.*/, ''),
      `${String(event.getFirstPropertyValue('status'))} ${String(event.getFirstPropertyValue('sequence'))}`,
    ] as const),
  )
}

/** A signed-in person, with the secret of their calendar's address. */
async function subscriber() {
  const user = await buildUser(db)
  const caller = createCaller(buildContext(db, viewerOf(user)))
  const { address } = await caller.calendar.renewAddress()
  return { user, caller, token: /([a-z0-9]{26})\.ics$/.exec(address)?.[1] ?? '' }
}

describe('the writing of calendars', () => {
  const entry = {
    eventId: 'evt_1',
    name: '',
    startsAt: NOW,
    endsAt: minutesFromNow(60),
    venueName: '',
    venueAddress: '',
    paragraphs: [],
    status: 'CONFIRMED',
    sequence: 0,
    createdAt: NOW,
    changedAt: NOW,
  } as const

  it('keeps any text in its place: read back it is the same, on lines of at most 75 octets', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', ':', '\\', '"', '\r\n', '\n', '🎉', '👩‍👩‍👧', 'ü', '木', 'م', 'BEGIN:VEVENT') , minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(text, text, (name, description) => {
        const body = writeCalendar({ name, publicUrl: PUBLIC_URL, entries: [{ ...entry, name: `x${name}x`, paragraphs: [description] }] })
        const { calendar, events } = componentsOf(body)
        const plain = (value: string) => value.replaceAll('\r\n', '\n')
        expect(events).toHaveLength(1)
        // Of a property that is not the RFC's own the reader leaves the escapes in place.
        const called = String(calendar.getFirstPropertyValue('x-wr-calname'))
        expect(called.replaceAll(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))).toBe(plain(name))
        expect(events[0]?.getFirstPropertyValue('summary')).toBe(`x${plain(name)}x`)
        expect(events[0]?.getFirstPropertyValue('description')).toBe(`${plain(description)}\n\n${PUBLIC_URL}/events/evt_1`)
        for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        // No line break but the format's own.
        expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      }),
    )
  })

  it('leaves out what no calendar may hold', () => {
    const body = writeCalendar({ name: 'N', publicUrl: PUBLIC_URL, entries: [{ ...entry, name: 'a\u0000b\u0007c\u007fd\u2028e' }] })
    expect(componentsOf(body).events[0]?.getFirstPropertyValue('summary')).toBe('abcd\ne')
  })

  it('states instants, identity, address and how often to ask again', () => {
    const body = writeCalendar({ name: 'N', publicUrl: PUBLIC_URL, entries: [{ ...entry, name: 'Evening', sequence: 4, venueName: 'Hall', venueAddress: 'Quay 2' }] })
    for (const line of [
      'METHOD:PUBLISH',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'UID:evt_1@meet.example.org',
      'SEQUENCE:4',
      'DTSTAMP:20261119T173000Z',
      'LAST-MODIFIED:20261119T173000Z',
      'DTSTART:20261119T173000Z',
      'DTEND:20261119T183000Z',
      'STATUS:CONFIRMED',
      'LOCATION:Hall\\, Quay 2',
      'URL;VALUE=URI:https://meet.example.org/events/evt_1',
    ]) expect(body.split('\r\n')).toContain(line)
  })
})

describe('calendars that anybody may read', () => {
  it('hold the evenings of a series from thirty days ago on, and say which are called off', async () => {
    const series = await buildSeries(db, { slug: 'thursdays' })
    const community = await db.community.findUniqueOrThrow({ where: { id: series.communityId } })
    const evening = (recurrenceId: string, minutes: number, status: 'SCHEDULED' | 'CANCELLED' = 'SCHEDULED') =>
      buildEvent(db, {
        communityId: series.communityId,
        seriesId: series.id,
        recurrenceId,
        startsAt: minutesFromNow(minutes),
        endsAt: minutesFromNow(minutes + 60),
        status,
      })
    await evening('2026-09-10T17:00', -40 * DAY)
    const recent = await evening('2026-10-29T17:00', -20 * DAY)
    const off = await evening('2026-11-26T17:00', 7 * DAY, 'CANCELLED')
    const later = await evening('2027-01-28T17:00', 70 * DAY)
    await buildEvent(db, { communityId: series.communityId })
    const file = await visitor().calendar.ofSeries({ communitySlug: community.slug, seriesSlug: 'thursdays' })
    expect(shownIn(file.body)).toEqual({ [recent.id]: 'CONFIRMED 0', [off.id]: 'CANCELLED 0', [later.id]: 'CONFIRMED 0' })
  })

  it('count what an organizer changes, under the same identity', async () => {
    const event = await buildEvent(db, { startsAt: minutesFromNow(60), endsAt: minutesFromNow(120) })
    const organizer = await buildUser(db)
    await buildMembership(db, { communityId: event.communityId, userId: organizer.id, role: 'ORGANIZER' })
    const { event: events } = createCaller(buildContext(db, viewerOf(organizer)))
    const shown = async () => shownIn((await visitor().calendar.ofEvent({ eventId: event.id })).body)
    expect(await shown()).toEqual({ [event.id]: 'CONFIRMED 0' })
    await events.setStatus({ eventId: event.id, status: 'CANCELLED' })
    expect(await shown()).toEqual({ [event.id]: 'CANCELLED 1' })
    await events.setStatus({ eventId: event.id, status: 'SCHEDULED' })
    expect(await shown()).toEqual({ [event.id]: 'CONFIRMED 2' })
  })
})

describe('a person’s own calendar', () => {
  it('holds what they come to, wait for, were at, and lately gave up; nothing of anybody else', async () => {
    const { user, token } = await subscriber()
    const ahead = { startsAt: minutesFromNow(DAY), endsAt: minutesFromNow(DAY + 60) }
    const on = (minutes: number) => buildEvent(db, { startsAt: minutesFromNow(minutes), endsAt: minutesFromNow(minutes + 60) })
    const [going, waiting, off, gaveUp, gaveUpLongAgo, beenTo, tooOld, foreign] = await Promise.all([
      buildEvent(db, ahead),
      buildEvent(db, ahead),
      buildEvent(db, { ...ahead, status: 'CANCELLED', sequence: 1 }),
      buildEvent(db, ahead),
      buildEvent(db, ahead),
      on(-60 * DAY),
      on(-95 * DAY),
      buildEvent(db, ahead),
    ])
    const mine = { userId: user.id }
    await buildRsvp(db, { ...mine, eventId: going.id })
    await buildRsvp(db, { ...mine, eventId: waiting.id, state: 'WAITLISTED' })
    await buildRsvp(db, { ...mine, eventId: off.id })
    await buildRsvp(db, { ...mine, eventId: gaveUp.id, state: 'CANCELLED', cancelledAt: minutesFromNow(-29 * DAY) })
    await buildRsvp(db, { ...mine, eventId: gaveUpLongAgo.id, state: 'CANCELLED', cancelledAt: minutesFromNow(-31 * DAY) })
    for (const { id } of [beenTo, tooOld]) await buildCheckIn(db, { eventId: id, userId: user.id })
    const stranger = await buildUser(db, { name: 'Somebody Else' })
    await buildRsvp(db, { eventId: foreign.id, userId: stranger.id })
    await buildRsvp(db, { eventId: going.id, userId: stranger.id, state: 'CANCELLED' })
    const { body } = await visitor().calendar.ofPerson({ token })
    expect(shownIn(body)).toEqual({
      [going.id]: 'CONFIRMED 0',
      [waiting.id]: 'TENTATIVE 0',
      [off.id]: 'CANCELLED 1',
      [gaveUp.id]: 'CANCELLED 0',
      [beenTo.id]: 'CONFIRMED 0',
    })
    for (const secret of [user.email ?? '', stranger.email ?? '', 'Somebody Else', token]) expect(body).not.toContain(secret)
  })

  it('says anew what its owner changes, though the evening itself is as it was', async () => {
    const { user, token } = await subscriber()
    const event = await buildEvent(db, { startsAt: minutesFromNow(DAY), endsAt: minutesFromNow(DAY + 60), createdAt: minutesFromNow(-9) })
    await buildRsvp(db, { userId: user.id, eventId: event.id, state: 'CANCELLED', saidAt: minutesFromNow(-5), cancelledAt: minutesFromNow(-2) })
    expect((await visitor().calendar.ofPerson({ token })).body).toContain('DTSTAMP:20261119T172800Z')
  })

  it('is closed by a new address, and the sentence says where the present one stands', async () => {
    const { caller, token } = await subscriber()
    const before = await caller.calendar.address()
    const after = await caller.calendar.renewAddress()
    expect(after.address).not.toBe(before.address)
    expect(await caller.calendar.address()).toEqual(after)
    for (const dead of [token, 'x'.repeat(26)]) {
      await expect(visitor().calendar.ofPerson({ token: dead })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: expect.stringContaining(`${PUBLIC_URL}/profile`) as unknown,
      })
    }
  })

  it('has one present address, however many ask for a new one at once', async () => {
    const { caller, user } = await subscriber()
    await Promise.all(Array.from({ length: 5 }, () => caller.calendar.renewAddress()))
    const { address } = await caller.calendar.address()
    const token = /([a-z0-9]{26})\.ics$/.exec(address ?? '')?.[1] ?? ''
    expect((await visitor().calendar.ofPerson({ token })).body).toContain('BEGIN:VCALENDAR')
    expect((await db.user.findUniqueOrThrow({ where: { id: user.id } })).calendarVersion).toBe(6)
  })
})
