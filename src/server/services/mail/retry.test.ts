import { expect, it } from 'vitest'
import { retryAt } from './retry'

const now = new Date('2026-11-19T17:30:00Z')
const minutes = (attempts: number, jitter: number) => (retryAt(now, attempts, jitter).getTime() - now.getTime()) / 60_000

it('waits 1, 5, 30, 120 and 360 minutes, and then 360 again', () => {
  expect([1, 2, 3, 4, 5, 6, 20].map((attempts) => minutes(attempts, 0))).toEqual([1, 5, 30, 120, 360, 360, 360])
})

it('stretches a pause by a fifth at most', () => {
  expect(minutes(2, 0.5)).toBeCloseTo(5.5)
  expect(minutes(2, 1)).toBeCloseTo(6)
})
