import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseFromWaitlist, fitsAtAll, freePlaces, mayOvertake, sizeOf, type WaitingParty } from './places'

const at = (text: string) => new Date(text)
const party = (turn: number, plusOnes = 0): WaitingParty => ({ id: String(turn), turn, plusOnes })
const turns = (parties: readonly WaitingParty[]) => parties.map(({ turn }) => turn)
const taken = (parties: readonly WaitingParty[]) => parties.reduce((sum, one) => sum + sizeOf(one), 0)

const waitlist = fc
  .uniqueArray(fc.nat(1_000), { maxLength: 30 })
  .chain((numbers) => fc.tuple(...numbers.map((turn) => fc.nat(10).map((plusOnes) => party(turn, plusOnes)))))
const places = fc.record({ capacity: fc.option(fc.integer({ min: 1, max: 60 })), taken: fc.nat(80) })
const overtaking = fc.boolean()

describe('places', () => {
  it('are counted with the others somebody brings', () => {
    expect(sizeOf({ plusOnes: 0 })).toBe(1)
    expect(sizeOf({ plusOnes: 3 })).toBe(4)
  })

  it('are as many as come without a capacity, and never fewer than none', () => {
    expect(freePlaces({ capacity: null, taken: 900 })).toBe(Infinity)
    expect(freePlaces({ capacity: 10, taken: 4 })).toBe(6)
    expect(freePlaces({ capacity: 3, taken: 4 })).toBe(0)
  })
})

describe('chooseFromWaitlist', () => {
  it('lets nobody past three friends who wait for two more places', () => {
    const waiting = [party(3), party(1), party(2, 2), party(4)]
    expect(turns(chooseFromWaitlist({ capacity: 10, taken: 8 }, waiting, { overtaking: false }))).toEqual([1])
  })

  it('on the last day gives the place to the next whom it fits', () => {
    const waiting = [party(3), party(1), party(2, 2), party(4)]
    expect(turns(chooseFromWaitlist({ capacity: 10, taken: 8 }, waiting, { overtaking: true }))).toEqual([1, 3])
  })

  it('is not held up by a party that never fits', () => {
    const waiting = [party(1, 3), party(2)]
    expect(turns(chooseFromWaitlist({ capacity: 3, taken: 0 }, waiting, { overtaking: false }))).toEqual([2])
  })

  it('never gives more places than are free', () => {
    fc.assert(
      fc.property(places, waitlist, overtaking, (now, waiting, rule) => {
        expect(taken(chooseFromWaitlist(now, waiting, { overtaking: rule }))).toBeLessThanOrEqual(freePlaces(now))
      }),
    )
  })

  it('keeps the order, whatever order the rows come in', () => {
    fc.assert(
      fc.property(places, waitlist, overtaking, (now, waiting, rule) => {
        const chosen = turns(chooseFromWaitlist(now, waiting, { overtaking: rule }))
        expect(chosen).toEqual([...chosen].sort((a, b) => a - b))
        expect(turns(chooseFromWaitlist(now, [...waiting].reverse(), { overtaking: rule }))).toEqual(chosen)
      }),
    )
  })

  it('passes over nobody before the last day who could come at all', () => {
    fc.assert(
      fc.property(places, waitlist, (now, waiting) => {
        const chosen = new Set(chooseFromWaitlist(now, waiting, { overtaking: false }))
        const able = waiting.filter((one) => fitsAtAll(one, now.capacity)).sort((a, b) => a.turn - b.turn)
        expect(able.slice(0, chosen.size).every((one) => chosen.has(one))).toBe(true)
      }),
    )
  })

  it('on the last day leaves nobody waiting for whom a place stays empty', () => {
    fc.assert(
      fc.property(places, waitlist, (now, waiting) => {
        const chosen = chooseFromWaitlist(now, waiting, { overtaking: true })
        const left = freePlaces(now) - taken(chosen)
        expect(waiting.filter((one) => !chosen.includes(one) && sizeOf(one) <= left)).toEqual([])
      }),
    )
  })

  it('forgets nobody: as places become free one by one, everybody who could come at all comes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), waitlist, overtaking, (capacity, all, rule) => {
        let waiting = all.filter((one) => fitsAtAll(one, capacity))
        // Each round one more place is free, until all are; those who came in go home.
        for (let round = 0; waiting.length > 0; round += 1) {
          expect(round).toBeLessThanOrEqual(capacity * (all.length + 1))
          const now = { capacity, taken: Math.max(0, capacity - 1 - (round % capacity)) }
          const chosen = chooseFromWaitlist(now, waiting, { overtaking: rule })
          waiting = waiting.filter((one) => !chosen.includes(one))
        }
      }),
    )
  })
})

it('overtaking begins a day before the start', () => {
  const startsAt = at('2026-11-26T16:00:00Z')
  expect(mayOvertake(at('2026-11-25T15:59:59Z'), startsAt)).toBe(false)
  expect(mayOvertake(at('2026-11-25T16:00:00Z'), startsAt)).toBe(true)
  expect(mayOvertake(at('2026-11-26T17:00:00Z'), startsAt)).toBe(true)
})
