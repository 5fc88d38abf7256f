import { STOP_WORDS } from '../../src/domain/matching/text/stop-words'
import type { GloVe } from './sources'

const WORD = /^[a-z][a-z0-9]{1,19}$/
/** Ends of inflected forms, and what the entry ends on instead. */
const INFLECTIONS = [
  ['s', ''], ['es', ''], ['ies', 'y'], ['ed', ''], ['ed', 'e'], ['ing', ''], ['ing', 'e'], ['er', ''], ['er', 'e'], ['ers', ''],
] as const

/**
 * The words of the table, the most frequent first: those that stand in a dictionary, which leaves the
 * surnames of the news out, and last those of the themes that are missing then.
 */
export function chooseWords(glove: GloVe, lemmas: ReadonlySet<string>, themes: readonly (readonly string[])[], size: number): string[] {
  const wanted = new Set(themes.flat())
  const chosen = new Set<string>()
  for (const word of glove.keys()) {
    if (chosen.size >= size) break
    if (WORD.test(word) && !STOP_WORDS.has(word) && (wanted.has(word) || isEntry(word, lemmas))) chosen.add(word)
  }
  return [...new Set([...chosen, ...[...wanted].sort()])]
}

function isEntry(word: string, lemmas: ReadonlySet<string>): boolean {
  return lemmas.has(word) || INFLECTIONS.some(([end, base]) => {
    if (!word.endsWith(end)) return false
    const stem = word.slice(0, -end.length)
    return lemmas.has(stem + base) || (/(.)\1$/.test(stem) && lemmas.has(stem.slice(0, -1)))
  })
}
