import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CONFIRM_BEFORE_START_MS,
  confirmBy,
  isWorthReminding,
  LONGEST_TO_CONFIRM_MS,
  remindedStarts,
  rsvpClosed,
  SHORTEST_TO_CONFIRM_MS,
} from './rsvp-time'

const at = (text: string) => new Date(text)
const START = at('2026-11-26T16:00:00Z')

describe('confirmBy', () => {
  it.each([
    ['2026-11-20T10:00:00Z', '2026-11-21T10:00:00Z'],
    // Three hours before the start at the latest.
    ['2026-11-25T20:00:00Z', '2026-11-26T13:00:00Z'],
    ['2026-11-26T01:00:00Z', '2026-11-26T13:00:00Z'],
  ])('for a place given at %s is %s', (promotedAt, until) => {
    expect(confirmBy(at(promotedAt), START)).toEqual(at(until))
  })

  it.each(['2026-11-26T01:00:01Z', '2026-11-26T15:00:00Z', '2026-11-26T17:00:00Z'])(
    'is nothing when it would fall into one night: at %s',
    (promotedAt) => {
      expect(confirmBy(at(promotedAt), START)).toBeNull()
    },
  )

  it('always leaves half a day, never more than a day, and three hours for the next in line', () => {
    const moments = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, moments, (promotedAt, startsAt) => {
        const until = confirmBy(promotedAt, startsAt)
        const before = startsAt.getTime() - promotedAt.getTime()
        expect(until === null).toBe(before < SHORTEST_TO_CONFIRM_MS + CONFIRM_BEFORE_START_MS)
        if (!until) return
        const given = until.getTime() - promotedAt.getTime()
        expect(given).toBeGreaterThanOrEqual(SHORTEST_TO_CONFIRM_MS)
        expect(given).toBeLessThanOrEqual(LONGEST_TO_CONFIRM_MS)
        expect(startsAt.getTime() - until.getTime()).toBeGreaterThanOrEqual(CONFIRM_BEFORE_START_MS)
      }),
    )
  })
})

describe('the reminder', () => {
  it('is due a day before the start, and of no use just before it', () => {
    const { after, until } = remindedStarts(at('2026-11-25T16:00:00Z'))
    expect([after, until]).toEqual([at('2026-11-25T16:00:00Z'), START])
    expect(isWorthReminding(START, at('2026-11-26T13:00:00Z'))).toBe(true)
    expect(isWorthReminding(START, at('2026-11-26T13:00:01Z'))).toBe(false)
  })
})

it.each([
  ['SCHEDULED', '2026-11-26T18:59:59Z', null],
  ['SCHEDULED', '2026-11-26T19:00:00Z', 'OVER'],
  ['CANCELLED', '2026-11-20T10:00:00Z', 'CANCELLED'],
  ['CANCELLED', '2026-11-26T19:00:00Z', 'OVER'],
] as const)('an event that is %s at %s is closed by %s', (status, now, closed) => {
  expect(rsvpClosed({ status, endsAt: at('2026-11-26T19:00:00Z') }, at(now))).toBe(closed)
})
