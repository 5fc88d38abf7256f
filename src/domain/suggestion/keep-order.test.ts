import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Suggestion } from '../matching/types'
import { keepOrder } from './keep-order'

const features = { interests: 0, receives: 0, gives: 0, context: 0, affiliationsInCommon: 0, eventsInCommon: 0 }
const suggestion = (userId: string, otherId: string, rank: number): Suggestion => ({
  ...{ userId, otherId, rank, kind: 'MUTUAL', score: 0.5, place: 'AFFINITY' },
  features: { ...features, peopleInCommon: 0, novelty: 1, readerVisit: 1, otherVisit: 1 },
  reasons: [{ code: 'notMetYet' }],
  question: { code: 'open', variant: 0 },
})
const lists = fc
  .uniqueArray(fc.tuple(fc.constantFrom('ada', 'bo'), fc.integer({ min: 1, max: 12 })), { selector: String })
  .map((pairs) => pairs.map(([userId, other], at) => suggestion(userId, `p${String(other)}`, at + 1)))

it('puts what was read where it was, and what is new after it', () => {
  const computed = [suggestion('ada', 'new', 1), suggestion('ada', 'second', 2), suggestion('ada', 'first', 3)]
  const ranks = new Map([['first', 1], ['second', 4]])
  const ordered = keepOrder(computed, ({ otherId }) => ranks.get(otherId) ?? null)
  expect(ordered.map(({ otherId, rank }) => [otherId, rank])).toEqual([['first', 1], ['second', 2], ['new', 3]])
})

it('changes nothing but ranks, keeps the order of all that was read, and ranks each list from 1', () => {
  fc.assert(
    fc.property(lists, fc.array(fc.option(fc.integer({ min: 1, max: 9 })), { minLength: 24, maxLength: 24 }), (computed, read) => {
      const readAt = ({ rank }: Suggestion) => read[rank - 1] ?? null
      const before = new Map(computed.map((one) => [`${one.userId}|${one.otherId}`, one]))
      const ordered = keepOrder(computed, readAt)
      expect(ordered).toHaveLength(computed.length)
      for (const reader of ['ada', 'bo']) {
        const list = ordered.filter(({ userId }) => userId === reader)
        expect(list.map(({ rank }) => rank)).toEqual(list.map((_, at) => at + 1))
        const ranks = list.map((one) => readAt(before.get(`${one.userId}|${one.otherId}`) ?? one) ?? Infinity)
        expect(ranks).toEqual([...ranks].sort((a, b) => (a === b ? 0 : a - b)))
      }
    }),
  )
})
