import { hash32 } from '../hash'
import type { Person, Question, Reason } from './types'

/** How many sentences the catalogue has for each; variants count from 0. */
export const INTEREST_VARIANTS = 8
export const OPEN_VARIANTS = 8

/**
 * Sixth stage. Objective: a first sentence that makes the other want to tell more. It follows the
 * strongest reason when that is about an ask or an offer; else the other's own starter, a shared
 * interest, and then whatever else the other wrote. The same two people always get the same one.
 */
export function questionFor(reader: Person, other: Person, reasons: readonly Reason[]): Question {
  const [strongest] = reasons
  const pick = hash32(`${reader.id}>${other.id}`)
  if (strongest?.code === 'theirOfferMatchesYourAsk') return { code: 'askAboutOffer', offer: other.offer }
  if (strongest?.code === 'yourOfferMatchesTheirAsk') return { code: 'askAboutAsk', ask: other.ask }
  if (other.starter.trim() !== '') return { code: 'askAboutStarter', starter: other.starter }
  const label = sharedLabel(reasons)
  if (label !== undefined) return { code: 'askAboutInterest', label, variant: pick % INTEREST_VARIANTS }
  if (other.ask.trim() !== '') return { code: 'askAboutAsk', ask: other.ask }
  if (other.offer.trim() !== '') return { code: 'askAboutOffer', offer: other.offer }
  const theirs = [...other.interests].sort((a, b) => (a.slug < b.slug ? -1 : 1))
  const chosen = theirs[pick % Math.max(1, theirs.length)]
  if (chosen !== undefined) {
    return { code: 'askAboutInterest', label: chosen.label, variant: pick % INTEREST_VARIANTS }
  }
  return { code: 'open', variant: pick % OPEN_VARIANTS }
}

function sharedLabel(reasons: readonly Reason[]): string | undefined {
  for (const reason of reasons) {
    if (reason.code === 'sharedInterest') return reason.label
    if (reason.code === 'sharedInterests') return reason.labels[0]
  }
  return undefined
}
