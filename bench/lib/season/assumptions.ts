/** One thing that the simulation takes for granted. Shares and chances run from 0 to 1. */
export interface Assumption {
  readonly value: number
  /** What the value is, as a sentence. */
  readonly means: string
  /** Where it comes from; 'assumed' where nothing that was measured is known. */
  readonly source: string
}

const MIXERS = 'Ingram and Morris 2007, Do people mix at mixers?, Administrative Science Quarterly 52'
const ASSUMED = 'assumed'

/**
 * Everything that the simulated season takes for granted, and nothing else does. How people's interests,
 * texts and first acquaintances are made stands in ../matching/population-assumptions.ts.
 */
export const seasonAssumptions = {
  newcomerShare: {
    value: 0.2,
    means: 'Of the people of an evening this share is on a first visit.',
    source: ASSUMED,
  },
  attendsLeast: {
    value: 0.35,
    means: 'Whoever belongs to the community comes to an evening with a chance of their own, at least this ...',
    source: ASSUMED,
  },
  attendsMost: { value: 0.85, means: '... and at most this; evenly spread between.', source: ASSUMED },
  leaves: {
    value: 0.03,
    means: 'Chance, each week, that somebody who belongs stops coming for good.',
    source: ASSUMED,
  },
  returnsAlone: {
    value: 0.44,
    means: 'Chance that a newcomer who met nobody new comes to belong.',
    source:
      'taken over from newsgroups: Joyce and Kraut 2006, Predicting continued participation in newsgroups (44% of newcomers without a reply wrote again); for evenings assumed',
  },
  returnsHavingMet: {
    value: 0.56,
    means: 'The same chance for one who met somebody.',
    source: 'as before: Joyce and Kraut 2006 (56% of those who got a reply); a correlation, for evenings assumed',
  },
  shy: {
    value: 0.3,
    means: 'Share of people who approach only those they know, unless a suggestion prompts them; they answer when spoken to.',
    source: 'assumed; about 40% of people call themselves shy (Zimbardo 1977, Shyness), and fewer of them come',
  },
  rounds: {
    value: 8,
    means: 'How many conversations an evening has time for.',
    source: `assumed; ${MIXERS}: 14 encounters of a minute or more a guest`,
  },
  towardsKnown: {
    value: 0.6,
    means: 'Chance that somebody who looks for company looks among those they know first.',
    source: `set so that about half of all conversations are with people known before, as in ${MIXERS}, although 95% had come to meet new people`,
  },
  introduced: {
    value: 0.3,
    means: 'Chance that a stranger is approached by way of somebody both know, rather than any stranger; likeness plays no part.',
    source: `that acquaintances in common make an encounter likelier, and likeness on average not: ${MIXERS}; the value is assumed`,
  },
  becomesMeeting: {
    value: 0.3,
    means: 'Chance that two who talk for the first time come to know each other by it; the same whether it was suggested or not.',
    source: 'assumed; most encounters at a mixer are short',
  },
  followsLow: { value: 0.1, means: 'Chance that a reader looks for somebody they are shown: when few do.', source: ASSUMED },
  follows: { value: 0.25, means: 'The same chance as it is taken to be: each suggestion is looked for, or not, by itself.', source: ASSUMED },
  followsHigh: { value: 0.5, means: 'The same chance when many do.', source: ASSUMED },
  shyFollow: {
    value: 0.6,
    means: 'For shy people that chance is multiplied by this.',
    source: ASSUMED,
  },
  looksNow: {
    value: 0.5,
    means: 'Chance, in each round, that somebody looks for a person they mean to find, rather than for company as usual.',
    source: ASSUMED,
  },
  recordsBefore: {
    value: 0.5,
    means: 'Of those who knew each other before the season the application knows this share.',
    source: ASSUMED,
  },
  recordsByChance: {
    value: 0.6,
    means: 'Chance that two who met without being shown to each other say so in the application.',
    source: ASSUMED,
  },
  recordsSuggested: { value: 0.9, means: 'The same chance for two of whom one was shown the other.', source: ASSUMED },
  saysKnown: {
    value: 0.5,
    means: 'Chance that a reader who is shown somebody they know already says so, and is not shown them again.',
    source: ASSUMED,
  },
} as const satisfies Readonly<Record<string, Assumption>>

export type SeasonAssumption = keyof typeof seasonAssumptions

/** The value of an assumption. */
export function assumed(name: SeasonAssumption): number {
  return seasonAssumptions[name].value
}
