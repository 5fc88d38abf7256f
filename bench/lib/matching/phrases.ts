import type { InterestField } from '../../../src/domain/interests/catalogue/entry'

/**
 * One thing that some look for and others can help with. The first ask and the first offer have a word
 * in common; every other combination is close in meaning only, or hardly.
 */
export interface Need {
  readonly field: InterestField
  /** Each completes "I'm looking for …". */
  readonly asks: readonly [byWord: string, byMeaning: string]
  /** Each completes 'I can help with …', or stands alone. */
  readonly offers: readonly [byWord: string, byMeaning: string]
}

const need = (
  field: InterestField,
  asks: readonly [string, string],
  offers: readonly [string, string],
): Need => ({ field, asks, offers })

/** Written for this population; 30 needs, so 60 asks and 60 offers, beside those with a topic filled in. */
export const NEEDS: readonly Need[] = [
  need('technology', ['a PCB designer for a small run of boards', 'someone who can lay out electronics for a sensor'], ['PCB design and soldering', 'hardware prototyping, from schematic to product']),
  need('technology', ['help with a React front end', 'a second pair of eyes on my web app'], ['React and TypeScript', 'building user interfaces for the browser']),
  need('technology', ['advice on training a machine learning model', 'someone who has put neural networks to work'], ['machine learning on small data', 'AI, from a notebook to production']),
  need('technology', ['somebody to talk to about privacy and encryption', 'a friend who understands online security'], ['encryption and safe passwords', 'protecting small teams from hackers']),
  need('technology', ['a database person, ours is slow', 'help: queries that take minutes'], ['tuning a slow database', 'PostgreSQL, day and night']),
  need('making', ['someone with a 3D printer', 'a workshop where I can make a spare part'], ['a 3D printer and patience', 'manufacturing small plastic pieces']),
  need('making', ['help to repair an old bicycle', 'somebody who can get my two wheels rolling again'], ['bicycle repair', 'fixing chains, brakes and gears']),
  need('making', ['somewhere to learn woodworking', 'a patient carpenter to learn from'], ['woodworking for beginners', 'building furniture by hand']),
  need('science', ['a statistician for a survey', 'someone who can make sense of my numbers'], ['surveys and statistics', 'data analysis, significance and all that']),
  need('science', ['people who look at stars', 'a dark place and a telescope'], ['a place to watch the stars', 'astronomy evenings']),
  need('arts', ['an illustrator for a children’s book', 'drawings for a story I wrote'], ['illustrating books', 'painting in watercolour']),
  need('arts', ['a film editor', 'someone to cut my short documentary'], ['editing films', 'video, sound and colour']),
  need('arts', ['a photographer for our summer fair', 'good pictures of a community event'], ['photographs of people', 'a camera and a steady hand']),
  need('music', ['a drummer for a jazz trio', 'people to make music with on Sundays'], ['drums, mostly jazz', 'percussion in any band']),
  need('music', ['a choir that takes beginners', 'somewhere to sing without an audition'], ['leading a small choir', 'vocal coaching']),
  need('writing', ['someone to read the first draft of my novel', 'honest feedback on a manuscript'], ['reading drafts kindly', 'copy editing and proofreading']),
  need('sport', ['a partner for climbing on weekday evenings', 'someone to hold the rope at the gym'], ['climbing lessons', 'bouldering tips for beginners']),
  need('sport', ['company for long runs before work', 'a jogging buddy'], ['pacing your first long run', 'marathon training plans']),
  need('nature', ['a mentor for my first hive of bees', 'somebody who knows about keeping insects'], ['starting with bees', 'apiculture, and honey to taste']),
  need('nature', ['a corner of a garden to grow vegetables', 'a place to plant tomatoes'], ['a garden that needs hands', 'an allotment and homegrown seedlings']),
  need('food', ['someone to teach me sourdough', 'why is my bread so flat'], ['sourdough starters to give away', 'baking, with flour everywhere']),
  need('wellbeing', ['a meditation group', 'ways to calm down after work'], ['guided meditation', 'breathing exercises against stress']),
  need('languages', ['a tandem partner for Spanish', 'someone to practise Castilian with'], ['Spanish conversation', 'I grew up in Madrid and love to talk']),
  need('languages', ['help with German letters from the office', 'someone who can explain bureaucratic mail'], ['German for newcomers', 'translating official forms']),
  need('business', ['a co-founder for a climate startup', 'a business partner who likes selling'], ['founding a startup, twice', 'pitching to venture investors']),
  need('business', ['advice on my first employment contract', 'someone who knows labour law'], ['reading a contract with you', 'legal questions, I am a solicitor']),
  need('business', ['a mentor in product management', 'advice for moving from engineering to leading'], ['mentoring in product teams', 'career coaching for managers']),
  need('society', ['volunteers for a repair café', 'hands for our neighbourhood workshop'], ['volunteering at weekends', 'organizing community events']),
  need('games', ['players for a chess evening', 'an opponent for long board games'], ['teaching chess', 'a cupboard full of tabletop games']),
  need('family', ['other parents of toddlers', 'families with small children nearby'], ['babysitting swaps among parents', 'playground afternoons, kids welcome']),
]

/** With `{}` for one of the person's own interests, or for one that they lack: so that asks are not all alike. */
export const ASKS_ABOUT: readonly string[] = [
  'someone who knows {}',
  'people who are into {}',
  'a first step into {}',
  'anybody here for {}?',
  'a beginner’s guide to {}',
  'good books about {}',
  'a group that meets for {}',
  'someone to share {} with',
  'a tip where to start with {}',
  'stories from {}',
]

export const OFFERS_ABOUT: readonly string[] = [
  '{}',
  'years of {}',
  'I teach {} to beginners',
  'happy to talk about {}',
  '{}, and a good cup of tea',
  'introductions to people in {}',
  'what I wish I had known about {}',
  'my mistakes in {}',
  'lending you my books on {}',
  'a patient hour of {}',
]

/** Asks and offers that match next to nothing, as people write them. */
export const VAGUE_ASKS: readonly string[] = [
  'good conversation', 'something new', 'friends, I just moved here', 'a flat with a balcony', 'inspiration', 'a job I can believe in',
]
export const VAGUE_OFFERS: readonly string[] = [
  'listening', 'a spare room', 'coffee', 'enthusiasm', 'a van on Saturdays', 'bad jokes',
]

export const STARTERS: readonly string[] = [
  'Ask me about the year I lived on a boat',
  'I am learning to say no, and failing',
  'I collect words that have no translation',
  'My tomatoes have names',
  'Ask me why I left my last job on a Tuesday',
  'I have been to every library in this city',
  'I can tell you what the moon looks like tonight',
  'I once taught a parrot the wrong song',
]
