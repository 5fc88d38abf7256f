import { readFile } from 'node:fs/promises'
import { INTEREST_CATALOGUE } from '../../../src/domain/interests/catalogue'
import { zipf, type Random } from '../random'

/** How somebody's phone behaves at the door. */
export type Behaviour = 'PLAIN' | 'DOUBLE_TAP' | 'LOST_ANSWER'

/** Somebody who comes to the evening, as they are before it. */
export interface Guest {
  /** Different from everybody else's. */
  readonly name: string
  readonly email: string
  readonly interests: readonly string[]
  readonly ask: string
  readonly offer: string
  readonly starter: string
  readonly behaviour: Behaviour
}

const DOUBLE_TAPS = 0.05
const LOST_ANSWERS = 0.03
const MOST_INTERESTS = 30

const FIRST = [
  ...['Ada', 'Noor', 'Mateo', 'Ingrid', 'Kwame', 'Yuki', 'Léa', 'Tomasz', 'Priya', 'Omar', 'Sofía', 'Jonas', 'Amara', 'Wei'],
  ...['Zeynep', 'Liam', 'Fatima', 'Nils', 'Chiara', 'Dmitri', 'Aoife', 'Rafael', 'Mei', 'Samir', 'Greta', 'Tunde', 'Hana'],
  ...['Viktor', 'Leila', 'Elias', 'Marta', 'Kenji', 'Rosa', 'Ivan', 'Salma', 'Otto', 'Nia', 'Bruno', 'أحمد', 'נועה', '李娜'],
]
const LAST = [
  ...['Okafor', 'Lindqvist', 'García', 'Tanaka', 'Novák', 'Rossi', 'Haddad', 'Schmidt', 'Mensah', 'Kowalska', 'Nguyen', 'Silva'],
  ...['O’Brien', 'Petrov', 'Yılmaz', 'Chen', 'Dubois', 'Eriksen', 'Mbeki', 'Fernández', 'Kaur', 'Weber', 'Ali', 'Moreau', 'Jansen'],
  ...['Sato', 'Costa', 'Papadopoulos', 'Horváth', 'Diallo', 'Smith', 'Virtanen', 'Bianchi', 'Ibrahim', 'Levi', '🌻'],
]
const STARTERS = [
  'Ask me about the year I lived on a boat',
  'I once lost a chess game to a nine-year-old, twice',
  'I am learning to say no, and failing',
  'I collect words that have no translation',
  'My tomatoes have names',
]

/** The real interests of a file, a profile a line: a CSV with a header whose last column holds topics, or topics alone. */
export async function readProfiles(file: string): Promise<readonly (readonly string[])[]> {
  const lines = (await readFile(file, 'utf8')).split(/\r?\n/).filter((line) => line.trim() !== '')
  const [header = ''] = lines
  const csv = header.includes(',') && !header.includes('|')
  return (csv ? lines.slice(1) : lines)
    .map((line) => (csv ? line.slice(line.split('|')[0]?.lastIndexOf(',') ?? -1).replace(/^,/, '') : line))
    .map((topics) => [...new Set(topics.replace(/^"|"$/g, '').split('|').map((topic) => topic.trim()))].filter(Boolean))
    .filter((topics) => topics.length > 0)
}

/** Interests of the project's own catalogue: a few are common, most are rare. */
function drawnProfiles(count: number, random: Random): readonly (readonly string[])[] {
  const draw = zipf(random.shuffle(INTEREST_CATALOGUE), random)
  return Array.from({ length: count }, () => [
    ...new Set(Array.from({ length: random.between(3, 8) }, () => draw().slug)),
  ])
}

const labels = new Map(INTEREST_CATALOGUE.map(({ slug, label }) => [slug, label]))

function lineAbout(share: number, words: (label: string) => string, interests: readonly string[], random: Random): string {
  if (random.next() >= share) return ''
  const slug = random.pick(interests)
  return words(labels.get(slug) ?? slug)
}

/**
 * So many guests, in the order of their arrival.
 * @param profiles real interests, taken in turn; drawn from the catalogue when left out.
 */
export function makeCrowd(count: number, random: Random, profiles?: readonly (readonly string[])[]): readonly Guest[] {
  const interestsOf = profiles ? random.shuffle(profiles) : drawnProfiles(count, random)
  if (interestsOf.length === 0) throw new Error('The file of profiles has no line with topics.')
  const names = random.shuffle(FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`)))
  const doubleTaps = Math.round(count * DOUBLE_TAPS)
  const lostAnswers = Math.round(count * LOST_ANSWERS)
  const behaviours = random.shuffle(
    Array.from({ length: count }, (_, place): Behaviour => {
      if (place < doubleTaps) return 'DOUBLE_TAP'
      return place < doubleTaps + lostAnswers ? 'LOST_ANSWER' : 'PLAIN'
    }),
  )
  return behaviours.map((behaviour, place) => {
    const interests = (interestsOf[place % interestsOf.length] ?? []).slice(0, MOST_INTERESTS)
    const round = Math.floor(place / names.length)
    return {
      name: `${names[place % names.length] ?? ''}${round > 0 ? ` ${String(round + 1)}` : ''}`,
      email: `guest-${String(place + 1)}@example.org`,
      interests,
      ask: lineAbout(0.6, (label) => `I’m looking for someone who knows ${label}`, interests, random),
      offer: lineAbout(0.6, (label) => `I can help with ${label}`, interests, random),
      starter: random.next() < 0.5 ? random.pick(STARTERS) : '',
      behaviour,
    }
  })
}
