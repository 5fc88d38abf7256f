import { INTEREST_CATALOGUE } from '../../../src/domain/interests/catalogue'
import { INTEREST_FIELDS } from '../../../src/domain/interests/catalogue/entry'
import type { ChosenInterest } from '../../../src/domain/matching/types'
import type { Random } from '../random'
import { drawDistinct, drawer, longTail } from './draw'
import { populationAssumptions } from './population-assumptions'

/** What a person is interested in. */
export interface Taste {
  /** The fields they lean to, the first the most. Never empty. */
  readonly leanings: readonly string[]
  readonly interests: readonly ChosenInterest[]
}

/** Draws the taste of one person after the other. */
export type Vocabulary = (random: Random) => Taste

const { interests: howMany, leanings: howManyFields, leaningShare, popularityExponent } = populationAssumptions

/** How many interests a person states. */
export function interestCount(random: Random): number {
  const draw = () => random.between(howMany.fewest, howMany.most)
  return Math.min(draw(), draw())
}

/**
 * The project's own catalogue. Which interests and fields are common is drawn once; those offered as
 * first choices are the more common ones.
 */
export function catalogueVocabulary(random: Random): Vocabulary {
  const shuffled = random.shuffle(INTEREST_CATALOGUE)
  const byPopularity: readonly ChosenInterest[] = [
    ...shuffled.filter(({ offered }) => offered),
    ...shuffled.filter(({ offered }) => !offered),
  ].map(({ slug, label, field }) => ({ slug, label, field }))
  const anyInterest = drawer(byPopularity, longTail(popularityExponent))
  const ofField = new Map(
    INTEREST_FIELDS.map((field) => [
      field,
      drawer(
        byPopularity.filter((interest) => interest.field === field),
        longTail(popularityExponent),
      ),
    ]),
  )
  // Half as steep as interests: no field is as rare as the rarest interest.
  const anyField = drawer(random.shuffle(INTEREST_FIELDS), longTail(popularityExponent / 2))

  return (person) => {
    const leanings = drawDistinct(person.between(howManyFields.fewest, howManyFields.most), () => anyField(person))
    const interests = drawDistinct(interestCount(person), () => {
      const draw = person.next() < leaningShare ? ofField.get(person.pick(leanings)) : undefined
      return (draw ?? anyInterest)(person)
    })
    return { leanings, interests }
  }
}
