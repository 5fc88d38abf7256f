import { expect, it } from 'vitest'
import { isSolveDue } from './solve-time'

const solvedAt = new Date('2026-11-19T17:30:00Z')
const after = (seconds: number) => new Date(solvedAt.getTime() + seconds * 1_000)

it.each([
  ['there has been none', { solvedAt: null, arrivedSince: 0, now: solvedAt }, true],
  ['49 have come within the minute', { solvedAt, arrivedSince: 49, now: after(59.999) }, false],
  ['50 have come', { solvedAt, arrivedSince: 50, now: after(1) }, true],
  ['a minute is over', { solvedAt, arrivedSince: 0, now: after(60) }, true],
])('when %s', (_what, given, due) => {
  expect(isSolveDue(given)).toBe(due)
})
