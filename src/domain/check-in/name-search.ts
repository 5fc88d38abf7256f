import MiniSearch from 'minisearch'

/** Anybody with a name. */
export interface Named {
  readonly personId: string
  readonly name: string
}

/** Names, ready to be searched. */
export interface NameIndex<T extends Named> {
  readonly people: ReadonlyMap<string, T>
  readonly words: MiniSearch<Named>
}

/** The longest text that is searched for, in UTF-16 units, and the most words of it that count. */
const LONGEST = 100
const MOST_WORDS = 8
const MOST_STRICT_WORDS = 3
/** Words of one letter begin too many names; those of three letters and more may have a slip in them. */
const PREFIX_FROM = 2
const TYPO_FROM = 3
/** Longer words may have two: letters changed places count as two. */
const TWO_TYPOS_FROM = 5

/** Letters that are no plain letter with a mark, as people type them who lack the key. */
const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  ς: 'σ',
  ё: 'е',
  ى: 'ي',
  ة: 'ه',
}

/**
 * A name as it is compared: lower case, without the marks of Latin, Greek and Cyrillic letters or the
 * vowel points of Arabic and Hebrew. Marks of other scripts are letters of their own and stay.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670'’ʼ`´\p{Cf}]/gu, '')
    .normalize('NFC')
    .replace(/[ßæœøđðħıłþςёىة]/gu, (letter) => SPELT[letter] ?? letter)
}

const wordsOf = (text: string) => foldName(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
// Words come folded already.
const asIs = (word: string) => word

/** Makes an index of these people's names; of two with one id the last stands. */
export function buildNameIndex<T extends Named>(people: readonly T[]): NameIndex<T> {
  const known = new Map(people.map((person) => [person.personId, person]))
  const words = new MiniSearch<Named>({ fields: ['name'], idField: 'personId', tokenize: wordsOf, processTerm: asIs })
  words.addAll([...known.values()])
  return { people: known, words }
}

/**
 * Whoever may be meant, the likeliest first: each word of the text is a word of the name, begins one, or
 * is one or two slips of the finger away. Where nobody has all the words, those who have some.
 *
 * @param text anything; only its first {@link LONGEST} characters count
 * @param limit how many at most, 0 or more
 */
export function searchNames<T extends Named>(index: NameIndex<T>, text: string, limit: number): T[] {
  const all = search(index, text, limit, { combineWith: 'AND', mostWords: MOST_WORDS })
  return all.length > 0 ? all : search(index, text, limit, { combineWith: 'OR', mostWords: MOST_WORDS })
}

/**
 * As {@link searchNames}, for names that the one who asks has not got: only those who have all the words,
 * and of those the first {@link MOST_STRICT_WORDS}, so that one question is about one person.
 */
export function searchNamesStrictly<T extends Named>(index: NameIndex<T>, text: string, limit: number): T[] {
  return search(index, text, limit, { combineWith: 'AND', mostWords: MOST_STRICT_WORDS })
}

interface How {
  readonly combineWith: 'AND' | 'OR'
  readonly mostWords: number
}

function search<T extends Named>({ people, words }: NameIndex<T>, text: string, limit: number, { combineWith, mostWords }: How): T[] {
  const wanted = wordsOf(text.slice(0, LONGEST)).slice(0, mostWords).join(' ')
  const best = words.search(wanted, options(combineWith))
  return best
    .flatMap(({ id, score }) => {
      const person = people.get(String(id))
      return person ? [{ person, score }] : []
    })
    .sort((a, b) => b.score - a.score || compare(a.person.name, b.person.name) || compare(a.person.personId, b.person.personId))
    .slice(0, limit)
    .map(({ person }) => person)
}

function options(combineWith: 'AND' | 'OR') {
  return {
    combineWith,
    prefix: (word: string) => word.length >= PREFIX_FROM,
    fuzzy: (word: string) => (word.length >= TWO_TYPOS_FROM ? 2 : word.length >= TYPO_FROM ? 1 : false),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
