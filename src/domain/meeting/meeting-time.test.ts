import { describe, expect, it } from 'vitest'
import { mayMeetAt } from './meeting-time'
import { orderedPair } from './pair'

const event = {
  startsAt: new Date('2026-11-19T16:00:00Z'),
  endsAt: new Date('2026-11-19T19:00:00Z'),
  status: 'SCHEDULED' as const,
}

describe('mayMeetAt', () => {
  it.each([
    ['2026-11-19T13:59:59.999Z', false],
    ['2026-11-19T14:00:00Z', true],
    ['2026-11-19T19:00:00Z', true],
    ['2026-11-20T07:00:00Z', true],
    ['2026-11-20T07:00:00.001Z', false],
  ])('at %s: %s', (at, allowed) => {
    expect(mayMeetAt(event, new Date(at))).toBe(allowed)
  })

  it('never at a cancelled event', () => {
    expect(mayMeetAt({ ...event, status: 'CANCELLED' }, event.startsAt)).toBe(false)
  })
})

describe('orderedPair', () => {
  it('gives the same row whoever comes first', () => {
    expect(orderedPair('usr_b', 'usr_a')).toEqual({ userAId: 'usr_a', userBId: 'usr_b' })
    expect(orderedPair('usr_a', 'usr_b')).toEqual({ userAId: 'usr_a', userBId: 'usr_b' })
  })

  it('orders by characters, not by a language', () => {
    expect(orderedPair('usr_Z', 'usr_a').userAId).toBe('usr_Z')
  })
})
