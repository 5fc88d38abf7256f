import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textOf } from '../../text/translator'
import { firstName } from './first-name'
import { todayDraft, type TodayDraftInput } from './today-draft'

const nobody = { interests: [], ask: '', offer: '' }
const plain: TodayDraftInput = {
  you: nobody,
  them: { ...nobody, firstName: 'Ada', organization: '' },
  met: true,
  eventName: null,
  talked: false,
  myPromise: '',
  theirPromise: '',
  daysSilent: 90,
  talkedOn: null,
  planned: false,
  update: null,
}
const bees = [{ slug: 'beekeeping', label: 'Beekeeping' }]

function sentence(input: Partial<TodayDraftInput>): string {
  const { code, ...params } = todayDraft({ ...plain, ...input })
  return textOf('en', 'drafts')(code, params)
}

describe('what is owed comes first, then what is new, what one can give, what was said', () => {
  const all: TodayDraftInput = {
    you: { interests: bees, ask: 'a film editor', offer: 'garden design' },
    them: { interests: bees, ask: 'help with my garden', offer: 'editing films', firstName: 'Ada', organization: 'Example Works' },
    met: true,
    eventName: 'Thursday Gathering',
    talked: true,
    myPromise: 'Send you the recipe.',
    theirPromise: 'lend me a hive',
    daysSilent: 3,
    talkedOn: 'Tuesday',
    planned: false,
    update: 'A map of all benches in town',
  }
  const steps: readonly (readonly [string, Partial<TodayDraftInput>])[] = [
    ['againMyPromise', {}],
    ['againTheirPromise', { myPromise: '' }],
    ['againUpdate', { theirPromise: '' }],
    ['againOffer', { update: null }],
    ['againAsk', { you: { ...all.you, offer: '' } }],
    ['againTalk', { you: { ...all.you, offer: '', ask: '' } }],
    ['againInterest', { talked: false }],
    ['againRecent', { you: nobody }],
    ['againEvent', { talkedOn: null }],
    ['againWork', { eventName: null }],
    ['againPlain', { them: { ...all.them, organization: '' } }],
    ['firstPlain', { met: false }],
  ]
  test.each(steps.map(([code], at) => [code, at] as const))('%s', (code, at) => {
    const given = steps.slice(0, at + 1).reduce((input, [, change]) => ({ ...input, ...change }), all)
    expect(todayDraft(given).code).toBe(code)
  })
})

test('every line is a whole sentence with what it is about', () => {
  expect(sentence({ myPromise: 'Send you the recipe.' })).toBe('Hi Ada, I said I would send you the recipe, and I have not forgotten.')
  expect(sentence({ theirPromise: 'I’ll lend you a hive' })).toContain('you said you would lend you a hive, and I')
  expect(sentence({ talkedOn: 'Tuesday' })).toContain('good to talk on Tuesday')
  expect(sentence({ update: 'A map of all benches' })).toContain('“A map of all benches”')
  expect(sentence({ them: { ...plain.them, organization: 'Example Works' } })).toContain('Example Works')
  expect(sentence({ met: false })).toContain('Ada')
})

test.each([
  [{ daysSilent: 60 }, true],
  [{ daysSilent: 59 }, false],
  [{ daysSilent: 200, planned: true }, false],
  [{ daysSilent: null }, false],
])('%j: it has been a while, %s', (input, long) => {
  for (const organization of ['', 'Example Works']) {
    expect(sentence({ ...input, them: { ...plain.them, organization } }).includes('a while')).toBe(long)
  }
})

test('a long update is quoted by its beginning, on one line, never inside a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (update) => {
      const line = todayDraft({ ...plain, update })
      if (line.code !== 'againUpdate') throw new Error(line.code)
      expect(Array.from(line.update).length).toBeLessThanOrEqual(120)
      expect(line.update).not.toMatch(/[\n\r]/)
      expect(line.update).not.toMatch(/\p{Cs}/u)
    }),
  )
})

test.each([
  ['Ada Example', 'Ada'],
  ['Dr. Ada Example', 'Ada'],
  ['Prof. Dr. Ada Example', 'Ada'],
  ['  Ada  ', 'Ada'],
  ['نور حداد', 'نور'],
  ['山田太郎', '山田太郎'],
  ['Dr.', 'Dr.'],
  ['', ''],
])('the first name of %s is %s', (name, first) => {
  expect(firstName(name)).toBe(first)
})
