import { hash32 } from '../hash'
import { INTEREST_FIELDS, type InterestField } from '../interests/catalogue/entry'
import type { ChosenInterest, Person, Question, Reason } from './types'

/** How many sentences the catalogue has for each; variants count from 0. `field` is for each field of interest. */
export const QUESTION_VARIANTS = { starter: 5, ask: 5, offer: 5, field: 4, interest: 10, open: 12 } as const

/** Somebody in the reader's list, and why they stand there. */
export interface Listed {
  readonly other: Person
  readonly reasons: readonly Reason[]
}

/**
 * Objective: a first sentence that makes the other want to tell more, and that can be answered by
 * anybody: people who are asked, and asked on, like whoever asks (K. Huang et al., 2017), and questions
 * that open up do better than small talk (A. Aron et al., 1997), but one that goes too deep belongs
 * later in a talk, and is not in the bank. It follows the strongest reason when that is about an ask or
 * an offer; else the other's own starter, a shared interest, and then whatever else the other wrote.
 *
 * Two people in one list get different sentences as long as there are others. The same two people get
 * the same one, unless somebody before them in the list has it.
 *
 * @returns one for each, in the list's order
 */
export function questionsFor(reader: Person, list: readonly Listed[]): Question[] {
  const used = new Set<string>()
  return list.map(({ other, reasons }) => {
    let first: Question | undefined
    for (const question of choicesFor(reader, other, reasons)) {
      first ??= question
      if (used.has(sentenceKey(question))) continue
      used.add(sentenceKey(question))
      return question
    }
    return first ?? { code: 'open', variant: 0 }
  })
}

/** The question for one person alone: see {@link questionsFor}. */
export function questionFor(reader: Person, other: Person, reasons: readonly Reason[]): Question {
  return questionsFor(reader, [{ other, reasons }])[0] ?? { code: 'open', variant: 0 }
}

/** Which sentence of the catalogue it is, whatever is filled in. */
export function sentenceKey(question: Question): string {
  return `${question.code}:${question.code === 'askAboutInterest' ? question.field : ''}:${String(question.variant)}`
}

/** All that could be asked, the best first. */
function* choicesFor(reader: Person, other: Person, reasons: readonly Reason[]): Generator<Question, void> {
  const pick = hash32(`${reader.id}>${other.id}`)
  const [strongest] = reasons
  switch (strongest?.code) {
    case 'theirOfferMatchesYourAsk':
    case 'theirOfferMightMatchYourAsk':
      yield* aboutOffer(other.offer, pick)
      break
    case 'yourOfferMatchesTheirAsk':
    case 'yourOfferMightMatchTheirAsk':
      yield* aboutAsk(other.ask, pick)
      break
    default:
  }
  if (other.starter.trim() !== '') yield* aboutStarter(other.starter, pick)
  const known = [...other.interests, ...reader.interests]
  for (const label of labelsIn(reasons)) yield* aboutInterest(label, fieldOf(label, known), pick)
  yield* aboutAsk(other.ask, pick)
  yield* aboutOffer(other.offer, pick)
  const theirs = [...other.interests].sort((a, b) => (a.slug < b.slug ? -1 : 1))
  for (const { label, field } of rotated(theirs, pick)) yield* aboutInterest(label, field, pick)
  for (const variant of variants(QUESTION_VARIANTS.open, pick)) yield { code: 'open', variant }
}

function* aboutStarter(starter: string, pick: number): Generator<Question, void> {
  for (const variant of variants(QUESTION_VARIANTS.starter, pick)) yield { code: 'askAboutStarter', starter, variant }
}

function* aboutAsk(ask: string, pick: number): Generator<Question, void> {
  if (ask.trim() === '') return
  for (const variant of variants(QUESTION_VARIANTS.ask, pick)) yield { code: 'askAboutAsk', ask, variant }
}

function* aboutOffer(offer: string, pick: number): Generator<Question, void> {
  if (offer.trim() === '') return
  for (const variant of variants(QUESTION_VARIANTS.offer, pick)) yield { code: 'askAboutOffer', offer, variant }
}

/** The field's own sentences first: they fit better than those that fit everything. */
function* aboutInterest(label: string, field: string, pick: number): Generator<Question, void> {
  if (isKnownField(field)) {
    for (const variant of variants(QUESTION_VARIANTS.field, pick)) yield { code: 'askAboutInterest', label, field, variant }
  }
  for (const variant of variants(QUESTION_VARIANTS.interest, pick)) {
    yield { code: 'askAboutInterest', label, field: '', variant }
  }
}

/** Every variant once, beginning with the one that the pair's hash picks. */
function* variants(count: number, pick: number): Generator<number, void> {
  for (let at = 0; at < count; at += 1) yield (pick + at) % count
}

function rotated<T>(items: readonly T[], pick: number): T[] {
  const start = items.length === 0 ? 0 : pick % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}

function labelsIn(reasons: readonly Reason[]): string[] {
  return reasons.flatMap((reason) => {
    switch (reason.code) {
      case 'sharedInterest':
      case 'anotherField':
        return [reason.label]
      case 'sharedInterests':
        return [...reason.labels]
      default:
        return []
    }
  })
}

function fieldOf(label: string, interests: readonly ChosenInterest[]): string {
  return interests.find((interest) => interest.label === label)?.field ?? ''
}

function isKnownField(field: string): field is InterestField {
  return INTEREST_FIELDS.some((known) => known === field)
}
