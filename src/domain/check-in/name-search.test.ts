import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildNameIndex, foldName, searchNames } from './name-search'

const NAMES = [
  'John Smith',
  'Joan Smythe',
  'Thomas Müller',
  'Anna Mühlberg',
  'Łukasz Żółć',
  'Søren Østergård',
  'Siobhán O’Brien',
  'María José García',
  'نور حداد',
  'مُحَمَّد الأمين',
  'דָּוִד כהן',
  'Ёлка Иванова',
  '山田 太郎',
  'राम शर्मा',
  'Jean-Luc Picard',
  'Weiß',
]
const people = NAMES.map((name, n) => ({ personId: `usr_${String(n)}`, name }))
const index = buildNameIndex(people)
const find = (text: string) => searchNames(index, text, 8).map(({ name }) => name)

describe('searching a name', () => {
  it.each([
    ['Jon Smiht', 'John Smith'],
    ['smith john', 'John Smith'],
    ['Johnn', 'John Smith'],
    ['John Q. Smith', 'John Smith'],
    ['muller', 'Thomas Müller'],
    ['mueller', 'Thomas Müller'],
    ['MÜLLER, Thomas', 'Thomas Müller'],
    ['th mull', 'Thomas Müller'],
    ['lukasz zolc', 'Łukasz Żółć'],
    ['soren ostergard', 'Søren Østergård'],
    ['obrien', 'Siobhán O’Brien'],
    ["o'brien", 'Siobhán O’Brien'],
    ['garcia maria', 'María José García'],
    ['نور', 'نور حداد'],
    ['حداد', 'نور حداد'],
    ['محمد الامين', 'مُحَمَّد الأمين'],
    ['דוד', 'דָּוִד כהן'],
    ['елка', 'Ёлка Иванова'],
    ['山田', '山田 太郎'],
    ['राम', 'राम शर्मा'],
    ['jean luc', 'Jean-Luc Picard'],
    ['picrad', 'Jean-Luc Picard'],
    ['weiss', 'Weiß'],
  ])('%s finds %s first', (text, name) => {
    expect(find(text)[0]).toBe(name)
  })

  it('finds a name from two letters on, and everybody who begins so', () => {
    expect(find('jo')).toEqual(expect.arrayContaining(['John Smith', 'Joan Smythe', 'María José García']))
    expect(find('smi')[0]).toBe('John Smith')
  })

  it('puts who is written exactly so before who is nearly', () => {
    const two = buildNameIndex([
      { personId: '1', name: 'Anne Berg' },
      { personId: '2', name: 'Anna Berg' },
    ])
    expect(searchNames(two, 'Anna Berg', 8).map(({ personId }) => personId)).toEqual(['2', '1'])
  })

  it('finds nobody for nothing, and nobody who is far', () => {
    for (const text of ['', ' ', '!?', '\u202e', 'xq', 'Zebediah']) expect(find(text)).toEqual([])
  })

  it('finds whatever name by itself, and without its marks', () => {
    const name = fc.array(fc.stringMatching(/^\p{L}{2,12}$/u), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(name, (given) => {
        const one = buildNameIndex([...people, { personId: 'new', name: given }])
        for (const text of [given, foldName(given)]) {
          expect(searchNames(one, text, 100).map(({ personId }) => personId)).toContain('new')
        }
      }),
    )
  })

  it('makes nothing of capitals', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zß-öø-ÿ]{2,12}$/u), (given) => {
        expect(foldName(given.toUpperCase())).toBe(foldName(given))
      }),
    )
  })

  it('forgives any one slip in a word of four letters and more', () => {
    const word = fc.stringMatching(/^[a-z]{5,12}$/)
    const slip = fc.record({ at: fc.nat(), kind: fc.constantFrom('drop', 'double', 'swap', 'other') })
    fc.assert(
      fc.property(word, slip, (given, { at, kind }) => {
        const place = at % (given.length - 1)
        const [before, here, next, after] = [given.slice(0, place), given.charAt(place), given.charAt(place + 1), given.slice(place + 2)]
        const typed = {
          drop: before + next + after,
          double: before + here + here + next + after,
          swap: before + next + here + after,
          other: `${before}q${next}${after}`,
        }[kind]
        const one = buildNameIndex([{ personId: 'new', name: `Kim ${given}` }])
        expect(searchNames(one, typed, 8)).toHaveLength(1)
      }),
    )
  })

  it('never throws and never gives more than it was asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(20), (text, limit) => {
        expect(searchNames(index, text, limit).length).toBeLessThanOrEqual(limit)
      }),
    )
    expect(searchNames(index, 'ab '.repeat(10_000), 8).length).toBeLessThanOrEqual(8)
  })

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text))
      }),
    )
  })
})
