import { arts } from './catalogue/arts'
import { business } from './catalogue/business'
import type { CatalogueEntry } from './catalogue/entry'
import { family } from './catalogue/family'
import { food } from './catalogue/food'
import { games } from './catalogue/games'
import { languages } from './catalogue/languages'
import { making } from './catalogue/making'
import { music } from './catalogue/music'
import { nature } from './catalogue/nature'
import { science } from './catalogue/science'
import { society } from './catalogue/society'
import { sport } from './catalogue/sport'
import { technology } from './catalogue/technology'
import { travel } from './catalogue/travel'
import { wellbeing } from './catalogue/wellbeing'
import { writing } from './catalogue/writing'

/** The interests that every installation knows from the start; communities add their own. */
export const INTEREST_CATALOGUE: readonly CatalogueEntry[] = [
  ...technology,
  ...making,
  ...science,
  ...arts,
  ...music,
  ...writing,
  ...sport,
  ...nature,
  ...food,
  ...wellbeing,
  ...languages,
  ...business,
  ...society,
  ...games,
  ...family,
  ...travel,
]

/** Those offered as first choices, before a person has typed anything. */
export const OFFERED_INTERESTS: readonly CatalogueEntry[] = INTEREST_CATALOGUE.filter((entry) => entry.offered)
