import { describe, expect, test } from 'vitest'
import { textOf } from '../../text/translator'
import { INTEREST_FIELDS } from '../interests/catalogue/entry'
import { QUESTION_VARIANTS } from './questions'

const reasons = textOf('en', 'reasons')
const questions = textOf('en', 'questions')

describe('reasons', () => {
  test('every reason has a sentence that shows its parameters', () => {
    expect(reasons('sharedInterest', { label: 'Bees' })).toBe('You both chose Bees.')
    expect(reasons('sharedInterests', { labels: 'Bees and Tea' })).toContain('Bees and Tea')
    for (const code of ['sameOrganization', 'sameCity', 'sameStudies', 'anotherField'] as const) {
      expect(reasons(code, { label: 'Lisbon' })).toContain('Lisbon')
    }
    expect(reasons('sameEvenings', { count: 1 })).toContain('an earlier evening')
    expect(reasons('sameEvenings', { count: 4 })).toContain('4 earlier evenings')
    for (const code of ['theyAreNew', 'theyAreRegular', 'bothNew', 'notMetYet'] as const) expect(reasons(code)).toMatch(/\.$/)
  })

  test('an ask stands with whoever asks, an offer with whoever offers, and a guess is said as one', () => {
    const both = { ask: 'a designer', offer: 'design' }
    expect(reasons('theirOfferMatchesYourAsk', both)).toMatch(/^You’re .*“a designer”.*They .*“design”/)
    expect(reasons('yourOfferMatchesTheirAsk', both)).toMatch(/^They’re .*“a designer”.*You .*“design”/)
    for (const code of ['theirOfferMightMatchYourAsk', 'yourOfferMightMatchTheirAsk'] as const) {
      expect(reasons(code, both)).toMatch(/“a designer”.*“design”.*might/)
    }
  })
})

describe('questions', () => {
  const bank = {
    starter: variants(QUESTION_VARIANTS.starter, (variant) => questions('askAboutStarter.question', { starter: 'Why bees?', variant })),
    topic: variants(QUESTION_VARIANTS.starter, (variant) => questions('askAboutStarter.topic', { starter: 'about bees', variant })),
    ask: variants(QUESTION_VARIANTS.ask, (variant) => questions('askAboutAsk', { ask: 'a designer', variant })),
    offer: variants(QUESTION_VARIANTS.offer, (variant) => questions('askAboutOffer', { offer: 'design', variant })),
    interest: variants(QUESTION_VARIANTS.interest, (variant) => questions('askAboutInterest.any', { label: 'Bees', variant })),
    field: INTEREST_FIELDS.flatMap((field) =>
      variants(QUESTION_VARIANTS.field, (variant) => questions(`askAboutInterest.${field}`, { label: 'Bees', variant })),
    ),
    open: variants(QUESTION_VARIANTS.open, (variant) => questions('open', { variant })),
  }

  test('every variant has a sentence of its own, and there are 60 or more', () => {
    const all = Object.values(bank).flat()
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(60)
  })

  test('they show what they are about, and ask', () => {
    for (const sentence of bank.starter) expect(sentence).toMatch(/“Why bees\?”$/)
    for (const sentence of bank.topic) expect(sentence).toContain('“about bees”')
    for (const sentence of bank.ask) expect(sentence).toMatch(/“a designer”. You could ask: “.*\?”$/)
    for (const sentence of bank.offer) expect(sentence).toMatch(/“design”. You could ask: “.*\?”$/)
    for (const sentence of [...bank.interest, ...bank.field]) expect(sentence).toMatch(/Bees.*\?$/)
    for (const sentence of bank.open) expect(sentence).toMatch(/\?$/)
  })

  test('they are short enough to be read on a phone, standing', () => {
    for (const sentence of [...bank.interest, ...bank.field, ...bank.open]) expect(sentence.length).toBeLessThanOrEqual(85)
  })
})

function variants(count: number, sentence: (variant: string) => string): string[] {
  return Array.from({ length: count }, (_, variant) => sentence(String(variant)))
}
