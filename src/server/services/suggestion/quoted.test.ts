import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askQuoted, offerQuoted, starterQuoted } from './quoted'

test.each([
  ['a bicycle.', 'a bicycle'],
  ['“a bicycle”.', 'a bicycle'],
  ['"a bicycle."', 'a bicycle'],
  ['somebody who read "Emma"', 'somebody who read "Emma"'],
  ['"Emma" or "Persuasion"', '"Emma" or "Persuasion"'],
  ['I’m looking for a running partner', 'a running partner'],
  ["I'm looking for: a running partner;", 'a running partner'],
  ['Looking for … a first customer', 'a first customer'],
  ['looking forward to swimming', 'looking forward to swimming'],
  ['Looking for', 'Looking for'],
])('the ask %j is quoted as %j', (ask, shown) => {
  expect(askQuoted(ask, 'en')).toBe(shown)
})

test.each([
  ['help with taxes', 'taxes'],
  ['I can help with taxes.', 'taxes'],
  ['I can help you with taxes', 'taxes'],
  ['can help with: taxes, rent', 'taxes, rent'],
  ['helping with taxes', 'helping with taxes'],
])('the offer %j is quoted as %j', (offer, shown) => {
  expect(offerQuoted(offer, 'en')).toBe(shown)
})

describe('a starter', () => {
  test.each([
    ['Why letterpress?', 'Why letterpress?'],
    ['Ask me: why letterpress?', 'Why letterpress?'],
    ['“what was it like to live on a boat?”', 'What was it like to live on a boat?'],
  ])('%j is a question', (starter, text) => {
    expect(starterQuoted(starter, 'en')).toEqual({ kind: 'question', text })
  })

  test.each([
    ['about my years on a lighthouse ship', 'about my years on a lighthouse ship'],
    ['Ask me about owls.', 'about owls'],
    ['ask me … my boat', 'my boat'],
    ['Ask me', 'Ask me'],
  ])('%j is what one can be asked about', (starter, text) => {
    expect(starterQuoted(starter, 'en')).toEqual({ kind: 'topic', text })
  })
})

test('something written is something quoted, with no mark doubled', () => {
  const written = fc.string({ unit: fc.constantFrom('a', ' ', '.', ',', '"', '“', '”', '’', '?', 'looking for ') })
  fc.assert(
    fc.property(written, (ask) => {
      const shown = askQuoted(ask, 'en')
      expect(shown === '').toBe(ask.trim() === '')
      if (/[a?]/.test(shown)) expect(shown).not.toMatch(/[.,;:\s]$/)
    }),
  )
})
