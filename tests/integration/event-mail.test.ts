import { describe, expect, it } from 'vitest'
import { tellGuests } from '@/server/services/rsvp/tell-guests'
import { mailContent } from '@/server/services/mail/mail-content'
import { mailHeaders } from '@/server/services/mail/mail-headers'
import { tendRsvps } from '@/server/services/rsvp/tend-rsvps'
import { ticketOf } from '@/server/lib/ticket'
import { minutesFromNow, NOW, PUBLIC_URL, SECRET } from '../factories/moment'
import { testDb } from '../setup/integration'
import { mailDeps, testClock } from '../support/mail'
import { DAY_MINUTES, rowOf, rsvpOf, sayAll, weekAhead } from './rsvp-callers'

const db = testDb()

type Person = Awaited<ReturnType<typeof sayAll>>[number]

/** Two people, of whom the second waits. */
async function twoInLine() {
  const event = await weekAhead()
  const [ada, noor] = await sayAll(event.id, [0, 0])
  if (!ada || !noor) throw new Error('Two people said that they come.')
  return { event, ada, noor }
}

/** The mail of this kind to this person, in words, as it would leave at a moment; null when it is held back. */
async function mailTo(person: Person, what: string, at = NOW, reader: 'recipient' | 'operator' = 'recipient') {
  const mail = await db.outboxMail.findFirstOrThrow({
    where: { recipient: person.email ?? '', subjectKey: { contains: `:${what}:` } },
  })
  return mailContent(mailDeps(null, testClock(at)), mail, reader)
}

describe('the mails about an event', () => {
  it('bring the ticket to who is going, with the ways to cancel and to the calendar', async () => {
    const { event, ada } = await twoInLine()
    const mail = await mailTo(ada, 'GOING')
    expect(mail?.subject).toBe('See you at Thursday Gathering')
    expect(mail?.text).toContain(`${PUBLIC_URL}/t/${ticketOf(SECRET, (await rowOf(event.id, ada)).id)}`)
    expect(mail?.text).toContain(`/events/${event.id}/calendar.ics`)
    expect(mail?.text).toMatch(/I can’t come: https:\/\/meet\.example\.org\/rsvp\/\w+\.cancel\.\w+/)
    expect(mail?.text).toContain('The Harbour Hall, Example Quay 2, 10115 Berlin')
  })

  it('say how many are before somebody who waits, and no more once there is a place', async () => {
    const { event, ada, noor } = await twoInLine()
    expect((await mailTo(noor, 'WAITLISTED'))?.text).toContain('You’re next in line')
    await rsvpOf(ada).cancel({ eventId: event.id })
    expect(await mailTo(noor, 'WAITLISTED')).toBeNull()
    const promoted = await mailTo(noor, 'PROMOTED')
    expect(promoted?.subject).toBe('A place for you at Thursday Gathering')
    expect(promoted?.text).toMatch(/yours if you say yes until Friday, November 20 at 18:30 GMT\+1/)
    expect(promoted?.text).toMatch(/Yes, I’m coming: https:\S+\.confirm\./)
  })

  it('say that a place has gone on, unless its reader stands in line again', async () => {
    const { event, ada, noor } = await twoInLine()
    await rsvpOf(ada).cancel({ eventId: event.id })
    const late = minutesFromNow(DAY_MINUTES)
    await tendRsvps(db, late)
    expect((await mailTo(noor, 'LAPSED', late))?.subject).toBe('Your place at Thursday Gathering has gone on')
    await rsvpOf(noor, late).sayGoing({ eventId: event.id })
    expect(await mailTo(noor, 'LAPSED', late)).toBeNull()
  })

  it('remind nobody who has cancelled since', async () => {
    const { event, ada } = await twoInLine()
    const before = minutesFromNow(6 * DAY_MINUTES)
    await tendRsvps(db, before)
    expect((await mailTo(ada, 'REMINDER', before))?.subject).toBe('Soon: Thursday Gathering')
    await rsvpOf(ada, before).cancel({ eventId: event.id })
    expect(await mailTo(ada, 'REMINDER', before)).toBeNull()
  })

  it('say what was and what is, without what has changed back since', async () => {
    const { event, ada } = await twoInLine()
    const earlier = { startsAt: minutesFromNow(7 * DAY_MINUTES - 60).toISOString(), venueName: 'The Boat', name: event.name }
    await tellGuests(db, { eventId: event.id, what: 'CHANGED', before: earlier }, NOW)
    const { text = '' } = (await mailTo(ada, 'CHANGED')) ?? {}
    expect(text).toContain('Until now: The Boat, Example Quay 2, 10115 Berlin\nNow: The Harbour Hall, Example Quay 2, 10115 Berlin')
    expect(text).toMatch(/Until now: Thursday, November 26, 17:30.*\nNow: Thursday, November 26, 18:30/)
    expect(text).not.toContain('Its name')
  })

  it('that it is called off are true only while it is, and the others only while it is not', async () => {
    const { event, ada, noor } = await twoInLine()
    await db.event.update({ where: { id: event.id }, data: { status: 'CANCELLED' } })
    await tellGuests(db, { eventId: event.id, what: 'CANCELLED' }, NOW)
    expect((await mailTo(noor, 'CANCELLED'))?.subject).toBe('Called off: Thursday Gathering')
    expect((await mailTo(ada, 'CANCELLED'))?.text).not.toContain('/t/')
    expect(await mailTo(ada, 'GOING')).toBeNull()
    await db.event.update({ where: { id: event.id }, data: { status: 'SCHEDULED' } })
    await tellGuests(db, { eventId: event.id, what: 'BACK_ON' }, NOW)
    expect(await mailTo(ada, 'CANCELLED')).toBeNull()
    expect((await mailTo(ada, 'BACK_ON'))?.subject).toBe('It takes place after all: Thursday Gathering')
  })

  it('are held back when the event is over or the address is another’s by now', async () => {
    const { ada } = await twoInLine()
    expect(await mailTo(ada, 'GOING', minutesFromNow(8 * DAY_MINUTES))).toBeNull()
    await db.user.update({ where: { id: ada.id }, data: { email: 'new@example.org' } })
    expect(await mailTo(ada, 'GOING')).toBeNull()
  })

  it('can be switched off with one click, and show an operator no link that works', async () => {
    const { ada } = await twoInLine()
    const row = await db.outboxMail.findFirstOrThrow({ where: { recipient: ada.email ?? '' } })
    const headers = mailHeaders(mailDeps(null), row)
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const shown = await mailTo(ada, 'GOING', NOW, 'operator')
    expect(shown?.text).not.toMatch(/\/(t|rsvp|unsubscribe)\//)
  })
})
