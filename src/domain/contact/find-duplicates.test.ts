import { describe, expect, it } from 'vitest'
import { alikeNames, comparedName } from './alike-names'
import { fieldKey, type FieldKind } from './field-key'
import { findDuplicates, type Compared } from './find-duplicates'

function entry(id: string, name: string, fields: Partial<Record<FieldKind, string>> = {}, more: Partial<Compared> = {}): Compared {
  const rows = (['EMAIL', 'PHONE', 'URL', 'ADDRESS'] as const).flatMap((kind) => {
    const value = fields[kind]
    return value === undefined ? [] : [{ kind, value, key: fieldKey(kind, value) }]
  })
  return { id, name, organization: '', userId: null, fields: rows, ...more }
}
const NONE: ReadonlySet<string> = new Set()

describe('entries that may be one person', () => {
  it('are surely one with the same name and a way to reach them, and say why', () => {
    const pairs = findDuplicates(
      [entry('a', 'Ada Lovelace', { EMAIL: 'ADA@example.org' }), entry('b', 'ada  lovelace', { EMAIL: 'ada@example.org' })],
      NONE,
    )
    expect(pairs).toMatchObject([{ aId: 'a', bId: 'b', sure: true, reasons: [{ code: 'EMAIL' }, { code: 'NAME' }] }])
  })

  it.each([
    ['PHONE', '+49 30 123', '0049 (30) 123'],
    ['URL', 'https://www.example.org/ada/', 'example.org/ada'],
  ] as const)('are shown with another name and the same %s, and not as sure', (kind, one, two) => {
    expect(findDuplicates([entry('a', 'Ada', { [kind]: one }), entry('b', 'Grace', { [kind]: two })], NONE)).toMatchObject([
      { sure: false, reasons: [{ code: kind }] },
    ])
  })

  it('are found by a name with a slip in it', () => {
    expect(findDuplicates([entry('a', 'Jon Smith'), entry('b', 'John Smith'), entry('c', 'Wei Chen')], NONE)).toMatchObject([
      { aId: 'a', bId: 'b', sure: false, reasons: [{ code: 'NAME_ALIKE' }] },
    ])
  })

  it('are not two members, nor two of whom it was said that they are two people', () => {
    const [a, b] = [entry('a', 'Ada', { EMAIL: 'x@example.org' }), entry('b', 'Ada', { EMAIL: 'x@example.org' })]
    expect(findDuplicates([{ ...a, userId: '1' }, { ...b, userId: '2' }], NONE)).toEqual([])
    expect(findDuplicates([a, b], new Set(['a b']))).toEqual([])
    expect(findDuplicates([{ ...a, userId: '1' }, b], NONE)).toHaveLength(1)
  })

  it('of an office with one number are few', () => {
    const office = Array.from({ length: 2_000 }, (_, at) => entry(String(at), `Person ${String(at)} Of${String(at)}`, { PHONE: '+49 30 1' }))
    expect(findDuplicates(office, NONE).filter(({ reasons }) => reasons.some(({ code }) => code === 'PHONE'))).toEqual([])
    const same = office.map((one) => ({ ...one, name: 'Front Desk' }))
    expect(findDuplicates(same, NONE)).toHaveLength(1_999)
  })
})

describe('names alike', () => {
  it('are those of every pair compared with every other', () => {
    const names = ['jon smith', 'john smith', 'ada lovelace', 'ada lovelacs', 'grace hopper', 'smith', 'wei', 'wei wei', 'زينب']
    const grams = (name: string) => new Set(name.split(' ').flatMap((w) => Array.from({ length: w.length + 1 }, (_, i) => `  ${w} `.slice(i, i + 3))))
    const slow = names.flatMap((one, at) =>
      names.slice(at + 1).flatMap((two) => {
        const [a, b] = [grams(one), grams(two)]
        const shared = [...a].filter((gram) => b.has(gram)).length
        return shared / (a.size + b.size - shared) >= 0.6 ? [[one, two]] : []
      }),
    )
    expect(alikeNames(names).pairs.map(([a, b]) => [a, b].sort().join()).sort()).toEqual(slow.map((pair) => pair.sort().join()).sort())
  })

  it('of thousands that share all their letters take no more looks than a million, and no name more than its beginning', () => {
    const random = (at: number) => Array.from({ length: 200 }, (_, i) => 'abcdef'.charAt((at * 7919 + i * i * 31 + ((at * i) % 13)) % 6)).join('')
    const { steps } = alikeNames(Array.from({ length: 3_000 }, (_, at) => random(at)))
    expect(steps).toBeGreaterThan(100_000)
    expect(steps).toBeLessThanOrEqual(1_000_000)
    expect(alikeNames(['a'.repeat(60) + 'b', 'a'.repeat(60) + 'c']).pairs).toHaveLength(1)
    const same = Array.from({ length: 400 }, (_, at) => comparedName(`aaaa ${'a'.repeat(at)}`))
    expect(alikeNames(same, 100).steps).toBeLessThanOrEqual(100)
  })
})
