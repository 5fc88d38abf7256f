import { defaultSettings } from '@/domain/matching/settings'
import { contentWords } from '@/domain/matching/text/words'
import type { Affiliation, Person, Reason } from '@/domain/matching/types'

/** Judges a reason by the two profiles alone. */
export function isTrue(reason: Reason, reader?: Person, other?: Person): boolean {
  if (!reader || !other) return false
  const chose = (one: Person, label: string) => one.interests.some((interest) => interest.label === label)
  const belongs = (one: Person, kind: Affiliation['kind'], label: string) =>
    one.affiliations.some((own) => own.kind === kind && own.label === label)
  const inBoth = (words: readonly string[], own: string, others: string) =>
    words.length > 0 &&
    words.every((word) => own.includes(word) && [...contentWords(word).keys()].every((key) => contentWords(others).has(key)))
  switch (reason.code) {
    case 'sharedInterest':
      return chose(reader, reason.label) && chose(other, reason.label)
    case 'sharedInterests':
      return reason.labels.length > 1 && reason.labels.every((label) => chose(reader, label) && chose(other, label))
    case 'theirOfferMatchesYourAsk':
      return reason.ask === reader.ask && reason.offer === other.offer && inBoth(reason.words, reader.ask, other.offer)
    case 'yourOfferMatchesTheirAsk':
      return reason.ask === other.ask && reason.offer === reader.offer && inBoth(reason.words, reader.offer, other.ask)
    case 'theyAreNew':
      return other.visitNumber === 1 && reader.visitNumber > 1
    case 'theyAreRegular':
      return reader.visitNumber === 1 && other.visitNumber === reason.visits && reason.visits >= defaultSettings.regularFrom
    case 'bothNew':
      return reader.visitNumber === 1 && other.visitNumber === 1
    case 'theirOfferMightMatchYourAsk':
      return reason.ask === reader.ask && reason.offer === other.offer
    case 'yourOfferMightMatchTheirAsk':
      return reason.ask === other.ask && reason.offer === reader.offer
    case 'sameOrganization':
      return belongs(reader, 'ORGANIZATION', reason.label) && belongs(other, 'ORGANIZATION', reason.label)
    case 'sameCity':
      return belongs(reader, 'CITY', reason.label) && belongs(other, 'CITY', reason.label)
    case 'sameStudies':
      return belongs(reader, 'STUDIES', reason.label) && belongs(other, 'STUDIES', reason.label)
    case 'sameEvenings':
      return reason.count === reader.attended.filter((evening) => other.attended.includes(evening)).length
    case 'anotherField': {
      const field = other.interests.find(({ label }) => label === reason.label)?.field
      return field !== undefined && field !== '' && !reader.interests.some((own) => own.field === field)
    }
    case 'notMetYet':
      return true
  }
}
