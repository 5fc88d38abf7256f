import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DOOR_OPENS_BEFORE_MS } from './door-code'
import { scanTime } from './scan-time'

const HOUR = 3_600_000
const START = Date.UTC(2026, 10, 19, 16)
const event = { startsAt: new Date(START), endsAt: new Date(START + 3 * HOUR), status: 'SCHEDULED' as const }
const at = (hours: number, agoMs: number) =>
  scanTime(event, { now: new Date(START + hours * HOUR), agoMs, graceMs: 12 * HOUR })

describe('the time of a scan', () => {
  it('is so long ago as the device says, by the server’s clock', () => {
    expect(at(2, 1_500)).toEqual({ state: 'OPEN', at: new Date(START + 2 * HOUR - 1_500) })
  })

  it('is never before the door opened nor after now, however far off the device is', () => {
    const ago = fc.double({ noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: -2, max: 3, noNaN: true }), ago, (hours, agoMs) => {
        const time = at(hours, agoMs)
        expect(time.state).toBe('OPEN')
        expect(time.at?.getTime()).toBeGreaterThanOrEqual(START - DOOR_OPENS_BEFORE_MS)
        expect(time.at?.getTime()).toBeLessThanOrEqual(START + hours * HOUR)
      }),
    )
  })

  it.each([
    ['before the door opens', -2.1, 0, 'EARLY'],
    ['after the end', 3.1, 0, 'OVER'],
    ['made after the end and sent later', 5, 1 * HOUR, 'OVER'],
    ['made before the end and sent twelve hours after it', 15, 13 * HOUR, 'OPEN'],
    ['made before the end and sent too late', 15.1, 14 * HOUR, 'OVER'],
  ])('%s', (_, hours, agoMs, state) => {
    expect(at(hours, agoMs).state).toBe(state)
  })

  it('is none at an event that was cancelled', () => {
    const now = event.startsAt
    expect(scanTime({ ...event, status: 'CANCELLED' }, { now, agoMs: 0, graceMs: 0 })).toEqual({ state: 'CANCELLED', at: null })
  })
})
