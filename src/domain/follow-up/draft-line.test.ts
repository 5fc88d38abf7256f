import { expect, test } from 'vitest'
import { textOf } from '../../text/translator'
import { draftLine, type DraftInput, type DraftLine, type DraftProfile } from './draft-line'

const empty: DraftProfile = { interests: [], ask: '', offer: '' }
const bees = [{ slug: 'beekeeping', label: 'Beekeeping' }]

function draft(you: Partial<DraftProfile>, them: Partial<DraftProfile>): DraftLine {
  const input: DraftInput = {
    you: { ...empty, ...you },
    them: { ...empty, ...them, name: 'Ada' },
    eventName: 'Thursday Gathering',
  }
  return draftLine(input)
}

const to = { name: 'Ada', eventName: 'Thursday Gathering' }

test('to give comes before to ask, that before an interest, and that before a plain line', () => {
  const you = { interests: bees, ask: 'a film editor', offer: 'garden design' }
  expect(draft(you, { interests: bees, ask: 'help with my garden', offer: 'editing films' })).toEqual({
    code: 'draftOffer', ...to, theirAsk: 'help with my garden', yourOffer: 'garden design',
  })
  expect(draft(you, { interests: bees, ask: 'a flat', offer: 'editing films' })).toEqual({
    code: 'draftAsk', ...to, theirOffer: 'editing films', yourAsk: 'a film editor',
  })
  expect(draft(you, { interests: bees, ask: 'a flat' })).toEqual({ code: 'draftInterest', ...to, label: 'Beekeeping' })
  expect(draft(you, { ask: 'a flat' })).toEqual({ code: 'draftPlain', ...to })
})

test('words that every ask and offer has make no match', () => {
  expect(draft({ offer: 'help with new ideas' }, { ask: 'help with ideas' }).code).toBe('draftPlain')
})

test('every draft has a sentence with all its parameters', () => {
  const text = textOf('en', 'drafts')
  const lines = [
    draft({ offer: 'garden design' }, { ask: 'a designer' }),
    draft({ ask: 'a designer' }, { offer: 'garden design' }),
    draft({ interests: bees }, { interests: bees }),
    draft({}, {}),
  ]
  expect(lines.map(({ code }) => code)).toEqual(['draftOffer', 'draftAsk', 'draftInterest', 'draftPlain'])
  for (const { code, ...params } of lines) {
    const sentence = text(code, params)
    for (const value of Object.values(params)) expect(sentence).toContain(value)
  }
})
