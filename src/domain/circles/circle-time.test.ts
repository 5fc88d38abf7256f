import { describe, expect, it } from 'vitest'
import { hasBegun, hasEnded, nextOnTheClock, onTheClock, startsMeanwhile, usualStart } from './circle-time'

const at = (text: string) => new Date(text)
const BERLIN = 'Europe/Berlin'

describe('usualStart', () => {
  it.each([
    ['2026-11-19T17:30:00Z', '2026-11-19T17:45:00Z'],
    ['2026-11-19T17:30:00.001Z', '2026-11-19T18:00:00Z'],
    ['2026-11-19T17:44:59Z', '2026-11-19T18:00:00Z'],
  ])('at %s: %s', (now, start) => {
    expect(usualStart(at(now))).toEqual(at(start))
  })
})

describe('nextOnTheClock', () => {
  it.each([
    ['19:30', '2026-11-19T17:30:10Z', '2026-11-19T18:30:00Z'],
    // The current minute counts as ahead; what has passed comes tomorrow.
    ['18:30', '2026-11-19T17:30:10Z', '2026-11-19T17:30:00Z'],
    ['18:29', '2026-11-19T17:30:10Z', '2026-11-20T17:29:00Z'],
    ['00:15', '2026-11-19T22:50:00Z', '2026-11-19T23:15:00Z'],
    // The night when clocks go back: 09:00 of the next day is one hour further away.
    ['09:00', '2026-10-24T08:00:00Z', '2026-10-25T08:00:00Z'],
  ])('%s after %s is %s', (clock, now, start) => {
    expect(nextOnTheClock(clock, BERLIN, at(now))).toEqual(at(start))
  })

  it.each(['', '7:30', '24:00', '19:60', '19:30:00', 'half past seven'])('is nothing for %j', (clock) => {
    expect(nextOnTheClock(clock, BERLIN, at('2026-11-19T17:30:00Z'))).toBeNull()
  })

  it('reads what onTheClock says', () => {
    const start = at('2026-11-19T18:30:00Z')
    expect(onTheClock(start, BERLIN)).toBe('19:30')
    expect(nextOnTheClock(onTheClock(start, 'Asia/Kathmandu'), 'Asia/Kathmandu', at('2026-11-19T17:30:00Z'))).toEqual(start)
  })
})

describe('a circle', () => {
  const circle = { startsAt: at('2026-11-19T18:30:00Z') }
  it.each([
    ['2026-11-19T18:29:59.999Z', false, false],
    ['2026-11-19T18:30:00Z', true, false],
    ['2026-11-19T19:14:59.999Z', true, false],
    ['2026-11-19T19:15:00Z', true, true],
  ])('at %s: begun %s, ended %s', (now, begun, ended) => {
    expect([hasBegun(circle, at(now)), hasEnded(circle, at(now))]).toEqual([begun, ended])
  })

  it('shares no time with one that begins when it ends', () => {
    const { before, after } = startsMeanwhile(circle.startsAt)
    expect(before).toEqual(at('2026-11-19T19:15:00Z'))
    expect(after).toEqual(at('2026-11-19T17:45:00Z'))
  })
})
