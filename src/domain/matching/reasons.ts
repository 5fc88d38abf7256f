import { anotherFieldOf, reasonsOf, type SharedLabel, type TextFacts } from './reasons-of-facts'
import type { PairFacts } from './room/pair-facts'
import type { Member } from './room/member'
import type { Room } from './room/room'
import type { TermIndex } from './room/term-index'
import { rareness } from './score/profile-scale'
import { sharedWords } from './text/match-texts'
import type { ReadText } from './text/read-text'
import type { Affiliation, Reason } from './types'

/**
 * Fifth stage. Objective: say why, for the reader's side: see {@link reasonsOf}. Here the room's places
 * and terms become what people wrote.
 *
 * @returns one to three reasons, the strongest first
 */
export function reasonsFor(room: Room, reader: Member, other: Member, facts: PairFacts): Reason[] {
  const isA = reader.at === facts.a
  const { ask, offer } = reader.person
  return reasonsOf(
    {
      interests: sharedLabels(room.interests, facts.interests, reader.person.interests, ({ slug }) => slug),
      alike: facts.alike,
      receives: textFacts(ask, other.person.offer, reader.ask, other.offer, isA ? facts.aReceives : facts.bReceives),
      gives: textFacts(other.person.ask, offer, reader.offer, other.ask, isA ? facts.bReceives : facts.aReceives),
      affiliations: sharedLabels(room.affiliations, facts.affiliations, reader.person.affiliations, keyOfAffiliation),
      evenings: facts.eventsInCommon,
      readerVisit: reader.person.visitNumber,
      otherVisit: other.person.visitNumber,
      // Said where it is why the two are shown to each other, or it would stand on every other card.
      anotherField:
        facts.surprise > 0
          ? anotherFieldOf(reader.person.interests, other.person.interests, (slug) =>
              rarenessIn(room.interests, room.interests.idOf.get(slug)),
            )
          : null,
    },
    room.settings,
  )
}

/** The words that both texts have are given as the reader wrote them. */
function textFacts(ask: string, offer: string, readers: ReadText, others: ReadText, match: number): TextFacts {
  return { ask, offer, match, words: match > 0 ? sharedWords(readers, others) : [] }
}

/** What the reader has of these terms, as they have it. */
function sharedLabels<T extends { readonly label: string }>(
  index: TermIndex,
  shared: readonly number[],
  readers: readonly T[],
  keyOf: (one: T) => string,
): (T & SharedLabel)[] {
  return readers.flatMap((one) => {
    const term = index.idOf.get(keyOf(one))
    return term !== undefined && shared.includes(term) ? [{ ...one, rareness: rarenessIn(index, term) }] : []
  })
}

function keyOfAffiliation({ kind, slug }: Affiliation): string {
  return `${kind}:${slug}`
}

/** From the rarity that the index keeps; what nobody had when it was made is as rare as can be. */
function rarenessIn({ rarity, size }: TermIndex, term: number | undefined): number {
  return term === undefined ? rareness(1, size) : (rarity[term] ?? 0) / Math.log(1 + size)
}
