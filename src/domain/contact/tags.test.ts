import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tagsOf } from './tags'

it('are read from what is typed', () => {
  expect(tagsOf('Mentors,  #Climbing ;climbing, , Ärzte')).toEqual(['mentors', 'climbing', 'ärzte'])
})

it('read again they are the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const tags = tagsOf(text)
      expect(tagsOf(tags.join(','))).toEqual(tags)
    }),
  )
})
