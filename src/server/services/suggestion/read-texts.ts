import { readText, type ReadText } from '@/domain/matching/text/read-text'
import { wordVectors } from '@/server/lib/word-vectors'

/** So many texts are remembered: those of everybody at several large events. About 1 kB each. */
const MOST_REMEMBERED = 20_000

const remembered = new Map<string, ReadText>()

/** Reads an ask or an offer with the table of word vectors; what was read before is remembered. */
export function readWithVectors(text: string): ReadText {
  const known = remembered.get(text)
  if (known) return known
  // The one remembered longest gives way: a Map keeps the order in which things were put in.
  const [oldest] = remembered.keys()
  if (remembered.size >= MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
  const read = readText(text, wordVectors())
  remembered.set(text, read)
  return read
}
