import { describe, expect, it } from 'vitest'
import { promoteWaitlist } from '@/server/services/rsvp/promote'
import { ticketHashOf } from '@/server/lib/ticket'
import { freeCode } from '@/server/services/rsvp/ticket-code'
import { minutesFromNow, SECRET } from '../factories/moment'
import { NOW } from '../factories/moment'
import { buildDoorGuest, buildUser } from '../factories/user'
import { testDb } from '../setup/integration'
import { DAY_MINUTES, rowOf, rsvpOf, sayAll, statesOf, toldTo, weekAhead } from './rsvp-callers'

const db = testDb()

describe('saying that one comes', () => {
  it('gives a place, a ticket and its code, makes one a member, and is answered by mail', async () => {
    const event = await weekAhead()
    const [ada] = await sayAll(event.id, [0])
    const row = await rowOf(event.id, ada ?? { id: '' })
    expect(row).toMatchObject({ state: 'GOING', confirmBy: null, promotedAt: null, ticketHash: ticketHashOf(SECRET, row.id) })
    expect(row.code).toMatch(/^[2-9a-hj-km-np-z]{8}$/)
    expect(await db.membership.findMany()).toMatchObject([{ userId: ada?.id, communityId: event.communityId, role: 'MEMBER' }])
    expect(await toldTo(ada ?? { email: null })).toEqual(['GOING'])
  })

  it('counts those whom people bring', async () => {
    const event = await weekAhead({ capacity: 4, plusOnes: 2 })
    const people = await sayAll(event.id, [2, 1, 0])
    // The second, for whom there is one place too few, is waited for.
    expect(await statesOf(event.id, people)).toEqual(['GOING', 'WAITLISTED', 'WAITLISTED'])
  })

  it('has room for as many as come where no capacity is set', async () => {
    const event = await weekAhead({ capacity: null, plusOnes: 3 })
    const people = await sayAll(event.id, [3, 0, 2])
    expect(await statesOf(event.id, people)).toEqual(['GOING', 'GOING', 'GOING'])
  })

  it.each([
    ['more than one may bring', { capacity: 9, plusOnes: 1 }, 2, 'You can bring one other person this evening.'],
    ['somebody where one may bring nobody', { capacity: 9 }, 1, 'One place for each this evening: you can bring nobody.'],
    ['more than there are places', { capacity: 2, plusOnes: 3 }, 3, 'There are only 2 places this evening.'],
    ['a place at an evening that is called off', { status: 'CANCELLED' as const }, 0, 'This evening is called off'],
    ['a place at one that is over', { startsAt: minutesFromNow(-200), endsAt: minutesFromNow(-20) }, 0, 'This evening is over.'],
  ])('refuses %s', async (_what, overrides, plusOnes, sentence) => {
    const event = await weekAhead(overrides)
    const person = await buildUser(db)
    await expect(rsvpOf(person).sayGoing({ eventId: event.id, plusOnes })).rejects.toThrow(sentence)
    expect(await db.rsvp.count()).toBe(0)
    expect(await db.membership.count()).toBe(0)
  })

  it('refuses an event that there is not, a guest who proved no address, and twenty-one sayings a minute', async () => {
    const event = await weekAhead()
    const person = await buildUser(db)
    await expect(rsvpOf(person).sayGoing({ eventId: event.id.replace(/.$/, '2') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(rsvpOf(await buildDoorGuest(db)).sayGoing({ eventId: event.id })).rejects.toThrow('Sign in by mail first')
    for (let said = 1; said < 20; said += 1) await rsvpOf(person).sayGoing({ eventId: event.id })
    await expect(rsvpOf(person).sayGoing({ eventId: event.id })).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  })

  it('after cancelling takes a new turn, at the end of the line, and is answered anew', async () => {
    const event = await weekAhead()
    const [ada, noor] = await sayAll(event.id, [0, 0])
    if (!ada || !noor) throw new Error('Two people said that they come.')
    const before = await rowOf(event.id, ada)
    await rsvpOf(ada).cancel({ eventId: event.id })
    await rsvpOf(ada).sayGoing({ eventId: event.id })
    const after = await rowOf(event.id, ada)
    expect(after.turn).toBeGreaterThan((await rowOf(event.id, noor)).turn)
    expect(after).toMatchObject({ id: before.id, state: 'WAITLISTED', ticketHash: before.ticketHash, cancelledAt: null })
    expect(await statesOf(event.id, [noor])).toEqual(['GOING'])
    expect(await toldTo(ada)).toEqual(['GOING', 'WAITLISTED'])
  })
})

describe('a place that becomes free', () => {
  it('goes to the first in line, who has a day to say yes, and is told so', async () => {
    const event = await weekAhead()
    const [ada, noor, kim] = await sayAll(event.id, [0, 0, 0])
    if (!ada || !noor || !kim) throw new Error('Three people said that they come.')
    await rsvpOf(ada).cancel({ eventId: event.id })
    await rsvpOf(ada).cancel({ eventId: event.id })
    expect(await statesOf(event.id, [ada, noor, kim])).toEqual(['CANCELLED', 'GOING', 'WAITLISTED'])
    expect((await rowOf(event.id, noor)).confirmBy).toEqual(minutesFromNow(DAY_MINUTES))
    expect(await toldTo(noor)).toEqual(['PROMOTED', 'WAITLISTED'])
    expect(await toldTo(kim)).toEqual(['WAITLISTED'])
  })

  it('needs no confirming on the day itself, nor by somebody whom no mail reaches', async () => {
    const soon = await weekAhead({ startsAt: minutesFromNow(10 * 60), endsAt: minutesFromNow(13 * 60) })
    const [first, second] = await sayAll(soon.id, [0, 0])
    const later = await weekAhead()
    const [third, fourth] = await sayAll(later.id, [0, 0])
    if (!first || !second || !third || !fourth) throw new Error('Four people said that they come.')
    await db.mailSuppression.create({
      data: { address: fourth.email ?? '', kind: 'EVENT', reason: 'unsubscribed', createdAt: NOW },
    })
    await rsvpOf(first).cancel({ eventId: soon.id })
    await rsvpOf(third).cancel({ eventId: later.id })
    for (const [event, person] of [[soon, second], [later, fourth]] as const) {
      expect(await rowOf(event.id, person)).toMatchObject({ state: 'GOING', confirmBy: null, promotedAt: NOW })
    }
  })

  it('is given by fewer plus-ones and by more capacity, too', async () => {
    const event = await weekAhead({ capacity: 2, plusOnes: 1 })
    const people = await sayAll(event.id, [1, 0, 0])
    await rsvpOf(people[0] ?? (await buildUser(db))).changePlusOnes({ eventId: event.id, plusOnes: 0 })
    expect(await statesOf(event.id, people)).toEqual(['GOING', 'GOING', 'WAITLISTED'])
    const promoted = await db.$transaction(async (tx) => {
      await tx.event.update({ where: { id: event.id }, data: { capacity: 5 } })
      return promoteWaitlist(tx, event.id, NOW)
    })
    expect(promoted).toBe(1)
    expect(await statesOf(event.id, people)).toEqual(['GOING', 'GOING', 'GOING'])
  })

  it('is nobody’s while the evening is called off', async () => {
    const event = await weekAhead()
    const people = await sayAll(event.id, [0, 0])
    await db.event.update({ where: { id: event.id }, data: { status: 'CANCELLED', capacity: 2 } })
    expect(await promoteWaitlist(db, event.id, NOW)).toBe(0)
    expect(await statesOf(event.id, people)).toEqual(['GOING', 'WAITLISTED'])
  })
})

describe('plus-ones', () => {
  it('take free places, though none for which somebody waits', async () => {
    const event = await weekAhead({ capacity: 3, plusOnes: 2 })
    const [ada, noor] = await sayAll(event.id, [0, 0])
    if (!ada || !noor) throw new Error('Two people said that they come.')
    await rsvpOf(ada).changePlusOnes({ eventId: event.id, plusOnes: 1 })
    await expect(rsvpOf(noor).changePlusOnes({ eventId: event.id, plusOnes: 1 })).rejects.toThrow('no room for more people')
    const [kim] = await sayAll(event.id, [1])
    await rsvpOf(ada).changePlusOnes({ eventId: event.id, plusOnes: 0 })
    // One place is free now, and kept for the two who wait.
    expect(await statesOf(event.id, [kim ?? ada])).toEqual(['WAITLISTED'])
    await expect(rsvpOf(noor).changePlusOnes({ eventId: event.id, plusOnes: 1 })).rejects.toThrow('others wait for them')
    await rsvpOf(kim ?? ada).changePlusOnes({ eventId: event.id, plusOnes: 0 })
    expect(await statesOf(event.id, [kim ?? ada])).toEqual(['GOING'])
  })

  it('of somebody who does not come cannot be changed', async () => {
    const event = await weekAhead()
    const [ada] = await sayAll(event.id, [0])
    if (!ada) throw new Error('Somebody said that they come.')
    await rsvpOf(ada).cancel({ eventId: event.id })
    await expect(rsvpOf(ada).changePlusOnes({ eventId: event.id, plusOnes: 0 })).rejects.toThrow('no place this evening')
    await expect(rsvpOf(await buildUser(db)).cancel({ eventId: event.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('confirming a place', () => {
  const promoted = async () => {
    const event = await weekAhead()
    const [ada, noor] = await sayAll(event.id, [0, 0])
    if (!ada || !noor) throw new Error('Two people said that they come.')
    await rsvpOf(ada).cancel({ eventId: event.id })
    return { eventId: event.id, ada, noor }
  }

  it('makes it theirs, by saying so or by saying again that they come', async () => {
    const first = await promoted()
    await rsvpOf(first.noor).confirm({ eventId: first.eventId })
    const second = await promoted()
    await rsvpOf(second.noor).sayGoing({ eventId: second.eventId })
    for (const { eventId, noor } of [first, second]) {
      expect(await rowOf(eventId, noor)).toMatchObject({ state: 'GOING', confirmBy: null })
    }
  })

  it('is too late at the deadline, though the place has not passed on yet', async () => {
    const { eventId, noor } = await promoted()
    await expect(rsvpOf(noor, minutesFromNow(DAY_MINUTES)).confirm({ eventId })).rejects.toThrow('The time to say yes has passed')
    await rsvpOf(noor, minutesFromNow(DAY_MINUTES - 1)).confirm({ eventId })
  })

  it('is nothing that somebody can do who has no place', async () => {
    const { eventId, ada } = await promoted()
    await expect(rsvpOf(ada).confirm({ eventId })).rejects.toThrow('no place this evening')
  })
})

it('a ticket’s code is drawn anew until nobody at the event has it', async () => {
  const drawn = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'].values()
  const taken = new Set(['aaaaaaaa', 'bbbbbbbb'])
  const code = await freeCode((one) => Promise.resolve(taken.has(one)), () => drawn.next().value ?? '')
  expect(code).toBe('cccccccc')
})
