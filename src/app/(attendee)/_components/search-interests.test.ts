import { expect, it } from 'vitest'
import { readFound } from './search-interests'

it('reads what the server found', () => {
  const chess = { slug: 'chess', label: 'Chess' }
  expect(readFound({ result: { data: [chess, { slug: 1 }, null] } })).toEqual([chess])
})

it.each([null, 'x', {}, { error: { message: 'no' } }, { result: null }, { result: { data: 'x' } }])(
  'finds nothing in %j',
  (answer) => {
    expect(readFound(answer)).toEqual([])
  },
)
