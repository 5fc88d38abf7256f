import type { ChosenInterest } from '../../../src/domain/matching/types'
import type { Random } from '../random'
import {
  ASKS_ABOUT,
  NEEDS,
  OFFERS_ABOUT,
  STARTERS,
  VAGUE_ASKS,
  VAGUE_OFFERS,
  type Need,
} from './phrases'
import { populationAssumptions } from './population-assumptions'
import type { Taste } from './vocabulary'

export interface Texts {
  readonly ask: string
  readonly offer: string
  readonly starter: string
}

const { withAsk, withOffer, withStarter, textAboutNeed, textAboutTopic, needOfOwnField } = populationAssumptions

/** What a person writes about themself; empty texts for what they leave out. */
export function writeTexts(taste: Taste, stranger: Taste, random: Random): Texts {
  // One asks for what others know, and offers what one knows oneself.
  const asked = random.next() < 0.5 ? taste.interests : stranger.interests
  return {
    ask:
      random.next() < withAsk
        ? textAbout({ needs: (one) => one.asks, about: ASKS_ABOUT, vague: VAGUE_ASKS, topics: asked, taste, random })
        : '',
    offer:
      random.next() < withOffer
        ? textAbout({ needs: (one) => one.offers, about: OFFERS_ABOUT, vague: VAGUE_OFFERS, topics: taste.interests, taste, random })
        : '',
    starter: random.next() < withStarter ? random.pick(STARTERS) : '',
  }
}

function textAbout(given: {
  readonly needs: (need: Need) => readonly string[]
  readonly about: readonly string[]
  readonly vague: readonly string[]
  readonly topics: readonly ChosenInterest[]
  readonly taste: Taste
  readonly random: Random
}): string {
  const { needs, about, vague, topics, taste, random } = given
  const kind = random.next()
  if (kind < textAboutNeed) {
    const own = NEEDS.filter(({ field }) => taste.leanings.includes(field))
    return random.pick(needs(random.pick(own.length > 0 && random.next() < needOfOwnField ? own : NEEDS)))
  }
  if (kind < textAboutNeed + textAboutTopic && topics.length > 0) {
    return random.pick(about).replace('{}', random.pick(topics).label)
  }
  return random.pick(vague)
}
