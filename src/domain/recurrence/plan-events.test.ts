import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planEvents, type StandingEvent } from './plan-events'

const event = (id: string, recurrenceId: string, changedAlone = false): StandingEvent => ({ id, recurrenceId, changedAlone })
const dates = (...ids: string[]) => ids.map((recurrenceId) => ({ recurrenceId }))

test('an event keeps its start before another takes it for its day', () => {
  const events = [event('noon', '2026-12-03T12:00'), event('evening', '2026-12-03T17:00')]
  const plan = planEvents(events, dates('2026-12-03T17:00', '2026-12-03T18:30'))
  expect(plan.kept).toEqual([
    { id: 'evening', date: { recurrenceId: '2026-12-03T17:00' } },
    { id: 'noon', date: { recurrenceId: '2026-12-03T18:30' } },
  ])
  expect(plan.dropped).toEqual([])
})

test('what has no date any more is dropped, unless it was changed alone and nobody called it off', () => {
  const events = [event('a', '2026-12-03T17:00'), event('b', '2026-12-10T17:00', true), event('c', '2026-12-17T17:00', true)]
  const plan = planEvents(events, dates('2026-12-08T18:30'), new Set(['2026-12-17']))
  expect(plan).toEqual({ kept: [], dropped: ['a', 'c'] })
})

test('each event and each date is used once, and only on its own day', () => {
  const start = fc
    .record({ day: fc.integer({ min: 1, max: 9 }), hour: fc.integer({ min: 10, max: 19 }) })
    .map(({ day, hour }) => `2026-12-0${String(day)}T${String(hour)}:00`)
  const starts = fc.uniqueArray(start, { maxLength: 20 })
  fc.assert(
    fc.property(starts, starts, fc.func(fc.boolean()), (standing, given, changedAlone) => {
      const events = standing.map((recurrenceId, index) => event(String(index), recurrenceId, changedAlone(recurrenceId)))
      const { kept, dropped } = planEvents(events, dates(...given))
      const byId = new Map(events.map((one) => [one.id, one]))
      expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length)
      expect(new Set(kept.map(({ date }) => date.recurrenceId)).size).toBe(kept.length)
      for (const { id, date } of kept) expect(byId.get(id)?.recurrenceId.slice(0, 10)).toBe(date.recurrenceId.slice(0, 10))
      for (const id of dropped) expect(kept.some((one) => one.id === id)).toBe(false)
      const left = events.filter(({ id }) => !dropped.includes(id) && !kept.some((one) => one.id === id))
      expect(left.every((one) => one.changedAlone)).toBe(true)
      // Nothing is dropped for which there was a date on its day.
      const taken = new Set(kept.map(({ date }) => date.recurrenceId))
      const free = given.filter((recurrenceId) => !taken.has(recurrenceId)).map((recurrenceId) => recurrenceId.slice(0, 10))
      for (const id of dropped) expect(free).not.toContain(byId.get(id)?.recurrenceId.slice(0, 10))
    }),
  )
})
