import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { questionFor, questionsFor, QUESTION_VARIANTS, sentenceKey } from './questions'
import type { Person, Question, Reason } from './types'

function person(id: string, parts: Partial<Person> = {}): Person {
  return {
    id,
    interests: [],
    affiliations: [],
    attended: [],
    met: [],
    ask: '',
    offer: '',
    starter: '',
    visitNumber: 2,
    ...parts,
  }
}

const reader = person('reader')
const bees = { slug: 'bees', label: 'Bees', field: 'nature' }
const sharedBees: Reason = { code: 'sharedInterest', label: 'Bees' }
const notMet: Reason = { code: 'notMetYet' }

const words = fc.constantFrom('', 'maps', 'a boat')
const anyPerson = fc
  .record({
    ask: words,
    offer: words,
    starter: words,
    interests: fc.uniqueArray(
      fc.constantFrom(bees, { slug: 'jazz', label: 'Jazz', field: 'music' }, { slug: 'typed', label: 'Typed', field: '' }),
    ),
  })
  .map((parts) => (id: string) => person(id, parts))

/** Whether what is filled in is the other's own. */
function isTheirs(question: Question, other: Person): boolean {
  switch (question.code) {
    case 'askAboutStarter':
      return question.starter === other.starter && question.starter !== ''
    case 'askAboutAsk':
      return question.ask === other.ask && question.ask !== ''
    case 'askAboutOffer':
      return question.offer === other.offer && question.offer !== ''
    case 'askAboutInterest':
      return other.interests.some(
        ({ label, field }) => label === question.label && (question.field === field || question.field === ''),
      )
    case 'open':
      return true
  }
}

describe('a question', () => {
  const other = person('other', { ask: 'a designer', offer: 'design', starter: 'my boat', interests: [bees] })

  test.each([
    ['their offer, when it answers the reader’s ask', { code: 'theirOfferMatchesYourAsk', ask: 'x', offer: 'design', words: ['x'] }, 'askAboutOffer'],
    ['their ask, when the reader’s offer answers it', { code: 'yourOfferMatchesTheirAsk', ask: 'a designer', offer: 'x', words: ['x'] }, 'askAboutAsk'],
    ['their starter, when an interest is shared', sharedBees, 'askAboutStarter'],
  ] as const)('is about %s', (_, reason, code) => {
    expect(questionFor(reader, other, [reason]).code).toBe(code)
  })

  test('is in the words of the interest’s field, where it has one', () => {
    expect(questionFor(reader, person('other', { interests: [bees] }), [sharedBees])).toMatchObject({
      code: 'askAboutInterest',
      label: 'Bees',
      field: 'nature',
    })
    const typed = { slug: 'typed', label: 'Typed', field: '' }
    expect(questionFor(reader, person('other', { interests: [typed] }), [notMet])).toMatchObject({ label: 'Typed', field: '' })
  })

  test('is an open one when the other has written nothing', () => {
    expect(questionFor(reader, person('other'), [notMet]).code).toBe('open')
  })
})

describe('the questions of a list', () => {
  const anyList = fc.array(anyPerson, { maxLength: 8 }).map((makers) =>
    makers.map((make, at) => {
      const other = make(`other ${String(at)}`)
      const [interest] = other.interests
      const reasons: Reason[] = [interest ? { code: 'sharedInterest', label: interest.label } : notMet]
      return { other, reasons }
    }),
  )

  test('are one for each, made of what that one wrote, the same every time, and all different', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const questions = questionsFor(reader, list)
        expect(questionsFor(reader, list)).toEqual(questions)
        expect(new Set(questions.map(sentenceKey)).size).toBe(list.length)
        questions.forEach((question, at) => {
          const other = list[at]?.other
          expect(other !== undefined && isTheirs(question, other)).toBe(true)
        })
      }),
    )
  })

  test('what stands first does not change when somebody is added after it', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        expect(questionsFor(reader, list.slice(0, -1))).toEqual(questionsFor(reader, list).slice(0, -1))
      }),
    )
  })

  test('more people than sentences still get one each', () => {
    const many = Array.from({ length: QUESTION_VARIANTS.open + 3 }, (_, at) => ({
      other: person(`other ${String(at)}`),
      reasons: [notMet],
    }))
    expect(questionsFor(reader, many)).toHaveLength(many.length)
  })

  test('every sentence of the bank comes up', () => {
    const seen = new Set<string>()
    for (let at = 0; at < 400; at += 1) {
      for (const parts of [{}, { ask: 'x' }, { offer: 'x' }, { starter: 'x' }, { interests: [bees] }]) {
        seen.add(sentenceKey(questionFor(reader, person(`other ${String(at)}`, parts), [notMet])))
      }
    }
    const { starter, ask, offer, field, open } = QUESTION_VARIANTS
    expect(seen.size).toBe(starter + ask + offer + field + open)
  })
})
