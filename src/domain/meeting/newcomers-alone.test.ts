import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CIRCLE_LASTS_MS } from '@/domain/circles/circle-time'
import { ALONE_MS, newcomersAlone, type Newcomer } from './newcomers-alone'

const NOW = new Date('2026-11-19T18:00:00Z')
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)
const came = (minutes: number, more: Partial<Newcomer> = {}): Newcomer => ({
  arrivedAt: ago(minutes),
  returnedAt: null,
  lastMetAt: null,
  greetedAt: null,
  satDownAt: null,
  ...more,
})
const isAlone = (person: Newcomer, now = NOW) => newcomersAlone([person], now).alone.length === 1

test.each([
  ['came half an hour ago and met nobody', came(30), true],
  ['came a moment later', came(29.9), false],
  ['came long ago and met somebody just now', came(120, { lastMetAt: ago(1) }), false],
  ['met somebody half an hour ago, and nobody since', came(120, { lastMetAt: ago(30) }), true],
  ['was met before they came back', came(120, { lastMetAt: ago(60), returnedAt: ago(10) }), false],
  ['was walked over to', came(120, { greetedAt: ago(29) }), false],
  ['was walked over to, long ago', came(120, { greetedAt: ago(31) }), true],
  ['sits at a circle', came(120, { satDownAt: ago(44) }), false],
  ['rose from a circle a quarter of an hour ago', came(120, { satDownAt: ago(60) }), false],
  ['rose from a circle half an hour ago', came(120, { satDownAt: ago(75) }), true],
  ['has a seat at a circle that is still to come', came(40, { satDownAt: ago(-10) }), true],
])('who %s', (_, person, alone) => {
  expect(isAlone(person)).toBe(alone)
})

const moment = fc.integer({ min: -60, max: 240 }).map(ago)
const maybe = fc.option(moment)
const newcomer = fc.record({ arrivedAt: moment, returnedAt: maybe, lastMetAt: maybe, greetedAt: maybe, satDownAt: maybe })

test('somebody is alone when, and only when, the last half hour held nothing for them', () => {
  fc.assert(
    fc.property(newcomer, (person) => {
      const { satDownAt, ...moments } = person
      const start = NOW.getTime() - ALONE_MS
      const happened = Object.values(moments).some((at) => at !== null && at.getTime() > start)
      const sat = satDownAt !== null && satDownAt <= NOW && satDownAt.getTime() + CIRCLE_LASTS_MS > start
      expect(isAlone(person)).toBe(!happened && !sat)
    }),
  )
})

test('the next moment is exact: nothing changes before it, and at it somebody joins them', () => {
  fc.assert(
    fc.property(fc.array(newcomer, { maxLength: 12 }), (people) => {
      // A circle that begins meanwhile is news of its own.
      const known = people.map((person) => (person.satDownAt && person.satDownAt > NOW ? { ...person, satDownAt: null } : person))
      const { alone, nextAt } = newcomersAlone(known, NOW)
      expect(nextAt === null).toBe(alone.length === known.length)
      if (!nextAt) return
      expect(newcomersAlone(known, new Date(nextAt.getTime() - 1)).alone).toHaveLength(alone.length)
      expect(newcomersAlone(known, nextAt).alone.length).toBeGreaterThan(alone.length)
    }),
  )
})

test('the longest wait comes first', () => {
  fc.assert(
    fc.property(fc.array(newcomer, { maxLength: 12 }), (people) => {
      const waits = newcomersAlone(people, NOW).alone.map(({ since }) => since.getTime())
      expect(waits).toEqual([...waits].sort((a, b) => a - b))
    }),
  )
})
