import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anotherFieldOf, reasonsOf, type ReasonFacts, type TextFacts } from './reasons-of-facts'
import { defaultSettings as settings } from './settings'
import type { ChosenInterest, Reason } from './types'

const noText: TextFacts = { ask: '', offer: '', match: 0, words: [] }
const nothing: ReasonFacts = {
  interests: [],
  alike: 0,
  receives: noText,
  gives: noText,
  affiliations: [],
  evenings: 0,
  readerVisit: 2,
  otherVisit: 2,
  anotherField: null,
}

function codes(facts: Partial<ReasonFacts>): Reason['code'][] {
  return reasonsOf({ ...nothing, ...facts }, settings).map(({ code }) => code)
}

const share = fc.double({ min: 0, max: 1, noNaN: true })
const labels = (kind: string) =>
  fc.uniqueArray(fc.record({ label: fc.nat(30).map((n) => `${kind} ${String(n)}`), rareness: share }), {
    selector: ({ label }) => label,
    maxLength: 6,
  })
const text = (whose: string) =>
  fc.record({
    ask: fc.constant(`ask, ${whose}`),
    offer: fc.constant(`offer, ${whose}`),
    match: fc.oneof(fc.constant(0), share),
    words: fc.uniqueArray(fc.constantFrom('bees', 'boats', 'maps', 'tea', 'ink'), { maxLength: 5 }),
  })
const anyFacts: fc.Arbitrary<ReasonFacts> = fc.record({
  interests: labels('interest'),
  alike: share,
  receives: text('reader asks'),
  gives: text('other asks'),
  affiliations: labels('affiliation').chain((all) =>
    fc.tuple(...all.map((one) => fc.constantFrom('ORGANIZATION', 'CITY', 'STUDIES').map((kind) => ({ ...one, kind })))),
  ),
  evenings: fc.nat(40),
  readerVisit: fc.integer({ min: 1, max: 9 }),
  otherVisit: fc.integer({ min: 1, max: 9 }),
  anotherField: fc.option(fc.constant('interest of theirs')),
})

/** Whether the facts bear it out; a reason that this does not know is none. */
function isTrue(reason: Reason, facts: ReasonFacts): boolean {
  const isShared = (label: string) => facts.interests.some((one) => one.label === label)
  const isOf = ({ ask, offer, match }: TextFacts, said: { readonly ask: string; readonly offer: string }) =>
    match > 0 && said.ask === ask && said.offer === offer
  const belong = (kind: string, label: string) =>
    facts.affiliations.some((one) => one.kind === kind && one.label === label)
  switch (reason.code) {
    case 'sharedInterest':
      return isShared(reason.label)
    case 'sharedInterests':
      return reason.labels.length >= 2 && reason.labels.every(isShared)
    case 'theirOfferMatchesYourAsk':
      return isOf(facts.receives, reason) && reason.words.length > 0 && reason.words.every((word) => facts.receives.words.includes(word))
    case 'yourOfferMatchesTheirAsk':
      return isOf(facts.gives, reason) && reason.words.length > 0 && reason.words.every((word) => facts.gives.words.includes(word))
    case 'theirOfferMightMatchYourAsk':
      return isOf(facts.receives, reason) && facts.receives.words.length === 0
    case 'yourOfferMightMatchTheirAsk':
      return isOf(facts.gives, reason) && facts.gives.words.length === 0
    case 'sameOrganization':
      return belong('ORGANIZATION', reason.label)
    case 'sameCity':
      return belong('CITY', reason.label)
    case 'sameStudies':
      return belong('STUDIES', reason.label)
    case 'sameEvenings':
      return reason.count > 0 && reason.count === facts.evenings
    case 'anotherField':
      return reason.label === facts.anotherField
    case 'theyAreNew':
      return facts.otherVisit === 1 && facts.readerVisit > 1
    case 'theyAreRegular':
      return facts.readerVisit === 1 && reason.visits === facts.otherVisit && facts.otherVisit >= settings.regularFrom
    case 'bothNew':
      return facts.readerVisit === 1 && facts.otherVisit === 1
    case 'notMetYet':
      return true
  }
}

describe('reasons', () => {
  test('are one to three, each once, and each true', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const reasons = reasonsOf(facts, settings)
        expect(reasons.length >= 1 && reasons.length <= 3).toBe(true)
        expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length)
        for (const reason of reasons) expect([reason, isTrue(reason, facts)]).toEqual([reason, true])
      }),
    )
  })

  test('do not depend on the order in which things are known', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const turned = {
          ...facts,
          interests: facts.interests.toReversed(),
          affiliations: facts.affiliations.toReversed(),
        }
        expect(reasonsOf(turned, settings)).toEqual(reasonsOf(facts, settings))
      }),
    )
  })

  test('nothing known is said as such, and only then', () => {
    expect(codes({})).toEqual(['notMetYet'])
    expect(codes({ evenings: 1 })).toEqual(['sameEvenings'])
  })

  test('the rarest shared interests are named, three at most', () => {
    const interests = [0.2, 0.9, 0.5, 0.7].map((rareness) => ({ label: String(rareness), rareness }))
    expect(reasonsOf({ ...nothing, interests, alike: 0.4 }, settings)).toEqual([
      { code: 'sharedInterests', labels: ['0.9', '0.7', '0.5'] },
    ])
  })

  test('the strongest comes first, and a guess behind a fact', () => {
    const interests = [{ label: 'Bees', rareness: 0.8 }]
    const answer = { ask: 'a designer', offer: 'design', match: 0.9, words: ['designer'] }
    expect(codes({ interests, alike: 0.05, receives: answer })).toEqual(['theirOfferMatchesYourAsk', 'sharedInterest'])
    expect(codes({ interests, alike: 0.8, receives: answer })).toEqual(['sharedInterest', 'theirOfferMatchesYourAsk'])
    expect(codes({ receives: { ...answer, words: [] }, gives: { ...answer, match: 0.8 } })).toEqual([
      'yourOfferMatchesTheirAsk',
      'theirOfferMightMatchYourAsk',
    ])
  })

  test('what half of the room belongs to is no reason', () => {
    const city = { kind: 'CITY', label: 'Lisbon' } as const
    expect(codes({ affiliations: [{ ...city, rareness: 0.1 }] })).toEqual(['notMetYet'])
    expect(codes({ affiliations: [{ ...city, rareness: 0.7 }] })).toEqual(['sameCity'])
  })

  test('another field is a reason where there is at most one other', () => {
    const interests = [{ label: 'Bees', rareness: 0.8 }]
    expect(codes({ interests, alike: 0.1, anotherField: 'Jazz' })).toEqual(['sharedInterest', 'anotherField'])
    expect(codes({ interests, alike: 0.1, evenings: 2, anotherField: 'Jazz' })).not.toContain('anotherField')
  })
})

describe('another field', () => {
  const interest = (slug: string, field: string): ChosenInterest => ({ slug, label: slug.toUpperCase(), field })
  const rarenessOf = (slug: string) => (slug === 'jazz' ? 0.9 : 0.3)

  test('the rarest of theirs that the reader has nothing like', () => {
    const theirs = [interest('piano', 'music'), interest('jazz', 'music'), interest('bees', 'nature'), interest('typed', '')]
    expect(anotherFieldOf([interest('dogs', 'nature')], theirs, rarenessOf)).toBe('JAZZ')
  })

  test.each([
    ['all theirs are from fields of the reader’s', [interest('dogs', 'nature')], [interest('bees', 'nature')]],
    ['no field of the reader’s is known', [interest('typed', '')], [interest('bees', 'nature')]],
    ['no field of theirs is known', [interest('dogs', 'nature')], [interest('typed', '')]],
  ])('none when %s', (_, readers, others) => {
    expect(anotherFieldOf(readers, others, rarenessOf)).toBeNull()
  })
})
