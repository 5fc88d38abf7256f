import { expect, test } from 'vitest'
import { INTEREST_FIELDS } from '@/domain/interests/catalogue/entry'
import { questionInWords, reasonsInWords } from './stored-words'

test('what an earlier version stored without variant and field is still a sentence', () => {
  expect(questionInWords({ code: 'askAboutStarter', starter: 'my boat' }, 'en')).toContain('“my boat”')
  expect(questionInWords({ code: 'askAboutInterest', label: 'Bees', variant: 1 }, 'en')).toMatch(/Bees.*\?$/)
})

test('each field has its own words, and a field that this version does not know those that fit any', () => {
  const about = (field: string) => questionInWords({ code: 'askAboutInterest', label: 'Bees', field, variant: 0 }, 'en')
  expect(new Set([...INTEREST_FIELDS, ''].map(about)).size).toBe(INTEREST_FIELDS.length + 1)
  expect(about('alchemy')).toBe(about(''))
})

test('a variant that this version does not know is one that it knows', () => {
  expect(questionInWords({ code: 'open', variant: 999 }, 'en')).toMatch(/\?$/)
})

test('what cannot be read is left out', () => {
  expect(questionInWords({ code: 'askInSong' }, 'en')).toBe('')
  expect(questionInWords(null, 'en')).toBe('')
  expect(reasonsInWords([{ code: 'sameStar' }, { code: 'bothNew' }, 7], 'en')).toHaveLength(1)
  expect(reasonsInWords('nothing', 'en')).toEqual([])
})

test('what people wrote stands in a sentence without its own full stop and label', () => {
  const match = { code: 'theirOfferMatchesYourAsk', ask: 'I’m looking for a bicycle.', offer: 'help with “bicycles”.', words: [] }
  expect(reasonsInWords([match], 'en')).toEqual(['You’re looking for “a bicycle”. They can help with “bicycles”.'])
  const shown = questionInWords({ code: 'askAboutStarter', starter: 'Ask me about owls.', variant: 0 }, 'en')
  expect(shown).toMatch(/asked: “about owls”$/)
  expect(questionInWords({ code: 'askAboutStarter', starter: 'why owls?', variant: 0 }, 'en')).toBe('Ask them: “Why owls?”')
})
