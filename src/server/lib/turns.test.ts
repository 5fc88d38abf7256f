import { expect, it } from 'vitest'
import { createTurns } from './turns'

it('never more at once than allowed, in order, and a failure gives its turn back', async () => {
  const inTurn = createTurns(2)
  let under = 0
  let most = 0
  const begun: number[] = []
  const work = (one: number) =>
    inTurn(async () => {
      begun.push(one)
      most = Math.max(most, ++under)
      await new Promise(setImmediate)
      under -= 1
      if (one % 3 === 0) throw new Error('every third')
      return one
    })
  const ends = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map(work))
  expect(ends.map(({ status }) => status[0])).toEqual(['f', 'f', 'r', 'f', 'f', 'r', 'f'])
  expect({ most, begun }).toEqual({ most: 2, begun: [1, 2, 3, 4, 5, 6, 7] })
})
