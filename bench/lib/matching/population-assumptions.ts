/**
 * Everything that is assumed about the people that the benchmark is run on. Where a sentence names no
 * source, the value is a guess made to be plausible.
 */
export const populationAssumptions = {
  /**
   * The interest at place r is drawn with a weight of r to the power of minus this. Fitted to how many of
   * 582 meetup groups chose each of 1,388 topics: -0.87 for the first 100, -1.07 for the first 500.
   */
  popularityExponent: 1,
  /** How many interests a person states: between these two, the smaller of two draws, so mostly few. */
  interests: { fewest: 2, most: 14 },
  /** People lean to one to three fields ... */
  leanings: { fewest: 1, most: 3 },
  /** ... from which this share of their interests comes; the rest comes from anywhere. */
  leaningShare: 0.75,

  /** Share of people with a text for each. */
  withAsk: 0.55,
  withOffer: 0.6,
  withStarter: 0.4,
  /** What a text is about: a need of the bank, a topic, or (what remains) something that matches nothing. */
  textAboutNeed: 0.45,
  textAboutTopic: 0.4,
  /** A need is chosen from a field the person leans to with this chance. */
  needOfOwnField: 0.6,

  /** Chance that a person is on a first visit; visit numbers fall off geometrically from there. */
  newcomers: 0.25,
  mostVisits: 40,
  /** A regular attended each of the evenings since they first came with a chance between these two. */
  attendance: { least: 0.35, most: 0.95 },

  /** Share of people who name an organization, a city, what they studied. */
  withOrganization: 0.6,
  withCity: 0.7,
  withStudies: 0.4,
  /** One organization for so many people; sizes are long-tailed. */
  peoplePerOrganization: 6,

  /** Members of the community who are not here tonight, for each who is; they have been met too. */
  absentForEachPresent: 0.4,
  /**
   * How many people of the community a person has met, on average. Regulars have met many times more than
   * newcomers, who know those they came with.
   */
  meanMet: 12,
  /**
   * People know each other in circles: each circle is drawn from one organization, from people who lean
   * to the same field, or (what remains) from anybody.
   */
  circlesOfColleagues: 0.25,
  circlesOfAField: 0.45,
  circle: { fewest: 3, most: 14 },
  /** Any two of a circle have met with this chance. */
  circleDensity: 0.8,
  /** This share of acquaintances comes from meeting the friend of a friend. */
  closedTriads: 0.15,
  /** A person takes part in circles in proportion to their visits, up to this many. */
  sociableUpTo: 12,

  /** How many people of each of so many past evenings were shown to a person and not met. */
  shownPerEvening: 2,
  shownEvenings: 3,
  /** Pairs of which one blocked the other or said 'not tonight', for each person. */
  excludedPerPerson: 0.05,
} as const
