import { cleanLine } from '../text'

/** The longest tag, in characters, and how many one entry can have. */
const LONGEST = 40
const MOST = 20

/** Tags as somebody types them, with commas between, as they are kept: in lower case, each once, at most twenty. */
export function tagsOf(text: string): string[] {
  const tags = text.split(/[,;\n]/u).map((tag) => cleanLine(tag.replace(/^\s*#/u, ''), LONGEST).toLowerCase())
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, MOST)
}
