import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf, searchWords } from './search-words'

describe('searchWords', () => {
  it.each([
    ['  Grace   Hopper ', ['Grace', 'Hopper']],
    ["O'Neill o’neill", ['ONeill', 'oneill']],
    ['a@b.org', ['a', 'b', 'org']],
    ['100% _under_', ['100', 'under']],
    ['王小明', ['王小明']],
    ['ـــ ́', []],
    ['one two three four five six seven', ['one', 'two', 'three', 'four', 'five', 'six']],
  ])('of %j are %j', (text, words) => {
    expect(searchWords(text)).toEqual(words)
  })

  it('hold nothing that means something in a pattern or a query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of searchWords(text)) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
      }),
    )
  })
})

describe('excerptOf', () => {
  it('shows the place with a little around it', () => {
    const text = `${'Long ago. '.repeat(9)}We talked about Élise and her garden.\n${'And more. '.repeat(12)}`
    expect(excerptOf(text, ['elis'])).toEqual({
      before: '… Long ago. Long ago. We talked about ',
      match: 'Élise',
      after: ` and her garden. ${'And more. '.repeat(6).trim()}…`,
    })
  })

  it('shows short texts whole', () => {
    expect(excerptOf('About bees', ['bee'])).toEqual({ before: 'About ', match: 'bees', after: '' })
  })

  it('is nothing where the words begin no word', () => {
    expect(excerptOf('Mayonnaise', ['nais'])).toBeNull()
  })
})
