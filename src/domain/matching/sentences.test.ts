import { expect, test } from 'vitest'
import { textOf } from '../../text/translator'
import { INTEREST_VARIANTS, OPEN_VARIANTS } from './questions'

const reasons = textOf('en', 'reasons')
const questions = textOf('en', 'questions')

test('every reason has a sentence that shows its parameters', () => {
  expect(reasons('sharedInterest', { label: 'Bees' })).toBe('You both chose Bees.')
  expect(reasons('sharedInterests', { labels: 'Bees and Tea' })).toContain('Bees and Tea')
  for (const code of ['theirOfferMatchesYourAsk', 'yourOfferMatchesTheirAsk'] as const) {
    const sentence = reasons(code, { ask: 'a designer', offer: 'design' })
    expect(sentence).toContain('“a designer”')
    expect(sentence).toContain('“design”')
  }
  expect(reasons('theyAreRegular', { visits: 23 })).toContain('23rd')
  for (const code of ['theyAreNew', 'bothNew', 'notMetYet'] as const) expect(reasons(code)).toMatch(/\.$/)
})

test('every question has a sentence, and every variant its own', () => {
  expect(questions('askAboutStarter', { starter: 'my bees' })).toContain('“my bees”')
  expect(questions('askAboutAsk', { ask: 'a designer' })).toContain('“a designer”')
  expect(questions('askAboutOffer', { offer: 'design' })).toContain('“design”')
  const aboutInterest = variants(INTEREST_VARIANTS, (variant) => questions('askAboutInterest', { label: 'Bees', variant }))
  expect(aboutInterest.size).toBe(INTEREST_VARIANTS)
  for (const sentence of aboutInterest) expect(sentence).toMatch(/Bees.*\?$/)
  const open = variants(OPEN_VARIANTS, (variant) => questions('open', { variant }))
  expect(open.size).toBe(OPEN_VARIANTS)
  for (const sentence of open) expect(sentence).toMatch(/\?$/)
})

function variants(count: number, sentence: (variant: string) => string): Set<string> {
  return new Set(Array.from({ length: count }, (_, variant) => sentence(String(variant))))
}
