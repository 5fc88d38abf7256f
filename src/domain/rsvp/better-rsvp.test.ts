import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isBetterRsvp, type Comparable } from './better-rsvp'

const LATER = new Date('2026-11-20T17:30:00Z')
const rsvp = (overrides: Partial<Comparable> = {}): Comparable => ({ state: 'GOING', confirmBy: null, turn: 1, ...overrides })

it.each([
  [rsvp({ turn: 9 }), rsvp({ state: 'WAITLISTED' })],
  [rsvp({ confirmBy: LATER, turn: 9 }), rsvp({ state: 'WAITLISTED' })],
  [rsvp({ state: 'WAITLISTED', turn: 9 }), rsvp({ state: 'CANCELLED' })],
  [rsvp({ turn: 9 }), rsvp({ confirmBy: LATER })],
  [rsvp({ state: 'WAITLISTED' }), rsvp({ state: 'WAITLISTED', turn: 2 })],
])('%o is better than %o', (better, worse) => {
  expect(isBetterRsvp(better, worse)).toBe(true)
  expect(isBetterRsvp(worse, better)).toBe(false)
})

it('of two with different turns exactly one is better', () => {
  const any = fc.record({
    state: fc.constantFrom('GOING', 'WAITLISTED', 'CANCELLED'),
    confirmBy: fc.constantFrom(null, LATER),
    turn: fc.nat(),
  })
  fc.assert(
    fc.property(any, any, (one, other) => {
      fc.pre(one.turn !== other.turn)
      expect(isBetterRsvp(one, other)).toBe(!isBetterRsvp(other, one))
    }),
  )
})
