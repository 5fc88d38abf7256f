import { contentWords } from '../matching/text/words'
import { topicsOf } from './groupings'
import type { OwnPerson } from './own-people'

/** What the owner wants more of: a topic, by the slug of an interest. */
export interface Wish {
  readonly slug: string
  readonly label: string
}

/** Somebody who was suggested to the owner at an event, whom they have not met and who shows something to them. */
export interface NotMet {
  readonly name: string
  readonly eventName: string
  readonly interests: readonly Wish[]
}

/** An evening to come in a community of the owner's, as everybody reads it. */
export interface ComingEvent {
  readonly eventId: string
  readonly name: string
  readonly description: string
}

/** One thing to do about a wish, and why. */
export type MoreOf =
  | { readonly kind: 'PERSON'; readonly contactId: string; readonly name: string; readonly topic: string; readonly shown: boolean; readonly lastOn: string | null }
  | { readonly kind: 'EVENT'; readonly eventId: string; readonly name: string; readonly word: string }
  | { readonly kind: 'NOT_MET'; readonly name: string; readonly topic: string; readonly eventName: string }

/** What there is to choose from; each list as it is to be preferred, `people` in any order. */
export interface Choices {
  readonly wishes: readonly Wish[]
  /** The same in the owner's own words. */
  readonly words: string
  /** Those whom the owner may be reminded of. */
  readonly people: readonly OwnPerson[]
  readonly events: readonly ComingEvent[]
  readonly notMet: readonly NotMet[]
  /** Whoever was last in touch on this local date or later is not brought up: they are in touch. */
  readonly silentBefore: string
}

/** Of one's own people under a wished topic the one who was silent longest; who was never in touch comes last. */
function silentPerson({ wishes, people, silentBefore }: Choices): MoreOf | null {
  const wished = new Set(wishes.map(({ slug }) => slug))
  const found = people
    .filter(({ lastOn }) => lastOn === null || lastOn < silentBefore)
    .flatMap((person) => {
      const topic = topicsOf(person).find(([slug]) => wished.has(slug))
      return topic ? [{ person, slug: topic[0] }] : []
    })
    .reduce<{ readonly person: OwnPerson; readonly slug: string } | null>((best, one) => (best && !quieter(one.person, best.person) ? best : one), null)
  if (!found) return null
  const { contactId, name, lastOn, interests } = found.person
  const topic = wishes.find(({ slug }) => slug === found.slug)?.label ?? found.slug
  return { kind: 'PERSON', contactId, name, topic, shown: interests.some(({ slug }) => slug === found.slug), lastOn }
}

function quieter(a: OwnPerson, b: OwnPerson): boolean {
  if (a.lastOn === b.lastOn) return a.contactId < b.contactId
  return b.lastOn === null || (a.lastOn !== null && a.lastOn < b.lastOn)
}

/** The first evening that is described with a word of a wish. */
function comingEvent({ wishes, words, events }: Choices): MoreOf | null {
  const wished = contentWords([...wishes.map(({ label }) => label), words].join(' · '))
  for (const { eventId, name, description } of events) {
    const written = contentWords(`${name} · ${description}`)
    for (const [stem, word] of written) if (wished.has(stem)) return { kind: 'EVENT', eventId, name, word }
  }
  return null
}

function notYetMet({ wishes, notMet }: Choices): MoreOf | null {
  const wished = new Set(wishes.map(({ slug }) => slug))
  for (const { name, eventName, interests } of notMet) {
    const topic = interests.find(({ slug }) => wished.has(slug))
    if (topic) return { kind: 'NOT_MET', name, topic: topic.label, eventName }
  }
  return null
}

/**
 * One suggestion for what somebody wants more of: one of their own people first, then an evening that speaks of it,
 * then somebody whom they missed. Each says no more than what is written somewhere.
 *
 * @returns null where nothing true can be said.
 */
export function suggestMore(choices: Choices): MoreOf | null {
  return silentPerson(choices) ?? comingEvent(choices) ?? notYetMet(choices)
}
