import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { drawNetwork } from './draw-network'
import { drawRings } from './draw-rings'
import { byInterest, bySilence } from './groupings'
import type { OwnPerson } from './own-people'
import { DRAWN_HUBS, DRAWN_PEOPLE, PICTURE_SIZE, type Picture } from './picture'
import { silenceAsOf, SILENCES } from './silence'

const person = (index: number) => ({ contactId: `p${String(index)}`, name: `Name ${String(index)}` })
const headings = fc
  .array(fc.uniqueArray(fc.nat(150), { minLength: 1, maxLength: 40 }), { maxLength: 14 })
  .map((all) => all.map((people, index) => ({ label: `Heading ${String(index)}`, people: people.map(person) })))

function expectInside({ dots, hubs }: Picture) {
  for (const { x, y } of [...dots, ...hubs]) {
    for (const value of [x, y]) {
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(PICTURE_SIZE)
    }
  }
}

describe('the picture of who is tied by what', () => {
  it('holds at most so many, each once, inside its square, with a line for each heading of theirs', () => {
    fc.assert(
      fc.property(headings, (all) => {
        const picture = drawNetwork(all)
        const drawn = all.slice(0, DRAWN_HUBS)
        const everybody = new Set(drawn.flatMap(({ people }) => people.map(({ contactId }) => contactId)))
        expect(picture.hubs.map(({ label }) => label)).toEqual(drawn.map(({ label }) => label))
        expect(picture.dots).toHaveLength(Math.min(everybody.size, DRAWN_PEOPLE))
        expect(new Set(picture.dots.map(({ contactId }) => contactId)).size).toBe(picture.dots.length)
        const lines = picture.dots.flatMap(({ contactId }, dot) =>
          drawn.flatMap(({ people }, hub) => (people.some((one) => one.contactId === contactId) ? [[dot, hub]] : [])),
        )
        expect(picture.lines).toEqual(lines)
        expectInside(picture)
      }),
      { numRuns: 25 },
    )
  })

  it('is the same for the same people', () => {
    fc.assert(
      fc.property(headings, (all) => {
        expect(drawNetwork(all)).toEqual(drawNetwork(structuredClone(all)))
      }),
      { numRuns: 10 },
    )
  })

  it('leaves out nobody who links parts while it can hold them', () => {
    const crowd = Array.from({ length: 200 }, (_, index) => person(index))
    const picture = drawNetwork([{ label: 'All', people: crowd }], new Set(['p150', 'p199']))
    expect(picture.dots.filter(({ links }) => links).map(({ contactId }) => contactId)).toEqual(['p150', 'p199'])
  })
})

describe('the picture of silence', () => {
  it('draws up to so many, every ring with somebody in it, each on its ring', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 6, maxLength: 6 }), (sizes) => {
        const rings = sizes.map((size, ring) => ({
          label: `Ring ${String(ring)}`,
          people: Array.from({ length: size }, (_, index) => person(1000 * ring + index)),
        }))
        const picture = drawRings(rings)
        const total = sizes.reduce((sum, size) => sum + size, 0)
        expect(picture.dots.length).toBeLessThanOrEqual(Math.min(DRAWN_PEOPLE, total))
        sizes.forEach((size, ring) => {
          const on = picture.dots.filter(({ contactId }) => Math.floor(Number(contactId.slice(1)) / 1000) === ring)
          expect(on.length > 0).toBe(size > 0)
          for (const { x, y } of on) {
            expect(Math.hypot(x - PICTURE_SIZE / 2, y - PICTURE_SIZE / 2)).toBeCloseTo(picture.rings[ring]?.radius ?? NaN, -0.5)
          }
        })
        expectInside(picture)
      }),
    )
  })
})

function known(overrides: Partial<OwnPerson>): OwnPerson {
  return { contactId: 'p', name: 'p', organization: '', tags: [], groups: [], metAt: [], interests: [], lastOn: null, ...overrides }
}

describe('bands of silence', () => {
  const days = fc.integer({ min: 0, max: 3 * 366 }).map((ago) => Temporal.PlainDate.from('2027-03-31').subtract({ days: ago }))

  it('are counted in calendar months, and hold everybody once', () => {
    const today = Temporal.PlainDate.from('2027-03-31')
    const limits = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const
    fc.assert(
      fc.property(fc.array(fc.option(days), { maxLength: 20 }), (lasts) => {
        const people = lasts.map((last) => known({ lastOn: last?.toString() ?? null }))
        const bands = bySilence(people, silenceAsOf(today.toString()))
        expect(bands.map(({ silence }) => silence)).toEqual([...SILENCES])
        expect(bands.flatMap(({ people: members }) => members)).toHaveLength(people.length)
        for (const { silence, people: members } of bands) {
          for (const { lastOn } of members) {
            if (lastOn === null) expect(silence).toBe('NEVER')
            else {
              const within = Object.entries(limits).find(([, months]) => Temporal.PlainDate.compare(lastOn, today.subtract({ months })) >= 0)
              expect(silence).toBe(within?.[0] ?? 'LONGER')
            }
          }
        }
      }),
    )
  })
})

describe('by interest', () => {
  it('takes a tag of the same word for the interest, and counts nobody twice', () => {
    const [all] = byInterest([
      known({ contactId: 'a', tags: ['beekeeping'] }),
      known({ contactId: 'b', interests: [{ slug: 'beekeeping', label: 'Beekeeping' }], tags: ['beekeeping'] }),
    ])
    expect(all).toMatchObject({ label: 'Beekeeping', people: [{ contactId: 'a' }, { contactId: 'b' }] })
  })
})
