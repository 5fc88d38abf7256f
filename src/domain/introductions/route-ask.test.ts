import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '../matching/text/read-text'
import { routeAsk, type AskCandidate } from './route-ask'

const read = (text: string) => readText(text, null)
const ask = read('somebody who repairs an old piano')

function candidate(id: string, overrides: Partial<Omit<AskCandidate, 'offer' | 'headline' | 'interests'>> & { offer?: string; headline?: string; interests?: string[] } = {}): AskCandidate {
  const { offer = '', headline = '', interests = [], ...rest } = overrides
  return {
    id,
    newcomer: false,
    askedThisWeek: 0,
    waiting: 0,
    ...rest,
    offer: read(offer),
    headline: read(headline),
    interests: interests.map((label) => ({ label, text: read(label) })),
  }
}

const ids = (routed: readonly { readonly id: string }[]) => routed.map(({ id }) => id)

describe('whom an ask goes to', () => {
  it('those whose own words come near, with which words they were', () => {
    const routed = routeAsk(ask, [
      candidate('chess', { offer: 'teaching chess' }),
      candidate('offers', { offer: 'repairing a piano' }),
      candidate('chose', { interests: ['Chess', 'old piano'] }),
      candidate('says', { headline: 'I repair old pianos' }),
    ])
    expect(Object.fromEntries(routed.map(({ id, reasons }) => [id, reasons]))).toEqual({
      offers: [{ code: 'youOffer' }],
      chose: [{ code: 'youChose', label: 'old piano' }],
      says: [{ code: 'yourLine' }],
    })
  })

  it('nobody when nobody fits', () => {
    expect(routeAsk(ask, [candidate('a', { offer: 'teaching chess' }), candidate('b')])).toEqual([])
    expect(routeAsk(read(''), [candidate('a', { offer: 'repairing old pianos' })])).toEqual([])
  })

  it('three of those who fit, five when they fit about as well, never more', () => {
    const alike = Array.from({ length: 9 }, (_, at) => candidate(`p${String(at)}`, { offer: 'repairing an old piano' }))
    expect(routeAsk(ask, alike)).toHaveLength(5)
    const weaker = [...alike.slice(0, 3), ...alike.slice(3).map(({ id }) => candidate(id, { offer: 'piano lessons, choirs, concerts, harps, flutes' }))]
    expect(ids(routeAsk(ask, weaker))).toEqual(['p0', 'p1', 'p2'])
  })

  it('leaves in peace who was asked enough, and a newcomer sooner', () => {
    const offer = 'repairing an old piano'
    const all = [
      candidate('free', { offer }),
      candidate('threeThisWeek', { offer, askedThisWeek: 3 }),
      candidate('twoWaiting', { offer, waiting: 2 }),
      candidate('newAskedOnce', { offer, newcomer: true, askedThisWeek: 1 }),
      candidate('new', { offer, newcomer: true }),
    ]
    expect(ids(routeAsk(ask, all)).sort()).toEqual(['free', 'new'])
  })

  it('prefers who was asked less, of those who fit alike', () => {
    const offer = 'repairing an old piano'
    const all = [2, 1, 0].map((askedThisWeek) => candidate(`asked${String(askedThisWeek)}`, { offer, askedThisWeek }))
    expect(ids(routeAsk(ask, all))).toEqual(['asked0', 'asked1', 'asked2'])
  })

  it('for any people: at most five, each once, each with room and a reason, whatever the order', () => {
    const person = fc.record({
      offer: fc.constantFrom('', 'repairing an old piano', 'piano', 'chess', 'old furniture'),
      headline: fc.constantFrom('', 'I repair pianos', 'Baker'),
      newcomer: fc.boolean(),
      askedThisWeek: fc.nat(5),
      waiting: fc.nat(3),
    })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 30 }), fc.nat(), (people, turn) => {
        const all = people.map((one, at) => candidate(`p${String(at).padStart(2, '0')}`, one))
        const routed = routeAsk(ask, all)
        expect(routed.length).toBeLessThanOrEqual(5)
        expect(new Set(ids(routed)).size).toBe(routed.length)
        for (const { id, reasons } of routed) {
          const them = all.find((one) => one.id === id)
          expect(them && them.waiting < 2 && them.askedThisWeek < (them.newcomer ? 1 : 3)).toBe(true)
          expect(reasons.length).toBeGreaterThan(0)
        }
        const at = all.length === 0 ? 0 : turn % all.length
        expect(routeAsk(ask, [...all.slice(at), ...all.slice(0, at)])).toEqual(routed)
      }),
    )
  })
})
