import { readFileSync } from 'node:fs'
import { INTEREST_CATALOGUE } from '../../src/domain/interests/catalogue'
import { contentWords, foldWord } from '../../src/domain/matching/text/words'

const THEMES = new URL('./themes.txt', import.meta.url)
/** Fewer words than this cannot be split into an ask and an offer. */
const LEAST_WORDS = 3

/** Words that belong together: the kept list's lines, and each interest of the catalogue with its synonyms. */
export function readThemes(): string[][] {
  const written = readFileSync(THEMES, 'utf8').split('\n').filter((line) => !line.startsWith('#'))
  const interests = INTEREST_CATALOGUE.map(({ label, synonyms }) => [label, ...synonyms].join(' '))
  return [...written, ...interests].map(wordsOf).filter((words) => words.length >= LEAST_WORDS)
}

function wordsOf(line: string): string[] {
  // Words are kept as written, two of one stem included: the table is looked up by the word first.
  const words = line.split(/\s+/).flatMap((word) => [...contentWords(word).values()].map(foldWord))
  return [...new Set(words)].filter((word) => /^[a-z0-9+#]+$/.test(word))
}
