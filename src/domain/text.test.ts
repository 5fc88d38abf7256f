import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine } from './text'

describe('cleanLine', () => {
  it.each([
    ['spaces and line breaks become one space', '  Ada \n\t Lovelace ', 'Ada Lovelace'],
    ['control characters go', 'Ada\u0000\u0007Lovelace', 'Ada Lovelace'],
    ['what turns the direction goes', 'invoice\u202etxt.exe\u2066', 'invoicetxt.exe'],
    ['marks of direction go', '\u200fشيماء\u200e', 'شيماء'],
    ['names written from right to left stay', 'محمّد الفاتح', 'محمّد الفاتح'],
    ['emoji of several code points stay', '👩🏽‍🔬 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👩🏽‍🔬 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['joiners inside words stay', 'می‌خواهم', 'می‌خواهم'],
    ['joiners alone are nothing', '\u200d \u200c', ''],
    ['a letter and its mark become one', 'Zoe\u0308', 'Zoë'],
    ['half a pair goes', 'Ada\ud800', 'Ada'],
  ])('%s', (_what, typed, clean) => {
    expect(cleanLine(typed, 200)).toBe(clean)
  })

  it('keeps a name of 200 characters and cuts a longer one', () => {
    expect(cleanLine('ä'.repeat(200), 200)).toBe('ä'.repeat(200))
    expect(cleanLine('ä'.repeat(201), 200)).toBe('ä'.repeat(200))
  })

  it('does not cut through what is seen as one character', () => {
    expect(cleanLine('ab👨‍👩‍👧', 4)).toBe('ab')
    expect(cleanLine('ab👨‍👩‍👧', 7)).toBe('ab👨‍👩‍👧')
  })

  it('gives one line within the limit for any text, and changes it no further', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        const clean = cleanLine(text, max)
        expect(Array.from(clean).length).toBeLessThanOrEqual(max)
        expect(clean).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|^\s|\s$|\s\s/u)
        expect(cleanLine(clean, max)).toBe(clean)
      }),
      { numRuns: 2000 },
    )
  })
})
