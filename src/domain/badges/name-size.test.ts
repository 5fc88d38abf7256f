import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BADGE_FORMATS, BADGE_FORMAT_NAMES, badgeFormat } from './formats'
import { NAME_SIZES, nameSize } from './name-size'

const rooms = BADGE_FORMAT_NAMES.map((format) => BADGE_FORMATS[format].name)

describe('the size of a name on a badge', () => {
  it('is large for short names and gives way for long ones', () => {
    const { name: card } = BADGE_FORMATS.card
    expect(nameSize('Ada', card)).toBe(0)
    expect(nameSize('Wolfeschlegelsteinhausenbergerdorff', card)).toBeGreaterThan(nameSize('Ada Lovelace', card))
    expect(nameSize('x'.repeat(200), card)).toBe(NAME_SIZES.length - 1)
  })

  it('counts what is drawn: marks take no room, Chinese characters more than letters', () => {
    const { name: roll } = BADGE_FORMATS.roll
    expect(nameSize('Zoe\u0301', roll)).toBe(nameSize('Zoe', roll))
    expect(nameSize('歐陽修蘇軾', roll)).toBeGreaterThan(nameSize('abcde', roll))
  })

  it('never grows with more letters, nor shrinks with more room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 20 }), (name, more) => {
        for (const room of rooms) {
          const size = nameSize(name, room)
          expect(size).toBeLessThan(NAME_SIZES.length)
          expect(nameSize(`${name} ${more}`, room)).toBeGreaterThanOrEqual(size)
          expect(nameSize(name, { ...room, height: room.height * 2 })).toBeLessThanOrEqual(size)
        }
      }),
    )
  })
})

describe('a format in a URL', () => {
  it('is one of ours, or the first', () => {
    expect(badgeFormat('a4x8')).toBe('a4x8')
    for (const text of [undefined, 'toString', 'A4', ['card']]) expect(badgeFormat(text)).toBe('roll')
  })
})
