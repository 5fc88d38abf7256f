import { cleanLine as clean } from '../text'

/** What is looked at of a text for each character that is kept: some of it may be blanks or marks. */
const SPARE = 8

/** One line of at most `max` code points, as src/domain/text.ts; of a longer text only the beginning is looked at. */
export function cleanLine(text: string, max: number): string {
  return clean(text.slice(0, max * SPARE), max)
}

/** The same for several lines: line breaks stay, blank lines at most one at a time. */
export function cleanText(text: string, max: number): string {
  const lines = text
    .slice(0, max * SPARE)
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map((line) => clean(line, max))
  const joined = lines.join('\n').replace(/\n{3,}/gu, '\n\n').replace(/^\n+/u, '')
  // By code points, as the column counts.
  return Array.from(joined).slice(0, max).join('').trimEnd()
}

const ENDS = new Set([',', ' ', '\t', '\u00A0'])

/** A line without blanks around it and commas behind it. By hand: a pattern would begin anew at each of a million commas. */
function bare(line: string): string {
  let end = line.length
  while (end > 0 && ENDS.has(line.charAt(end - 1))) end -= 1
  return line.slice(0, end).trim()
}

/** The lines of an address as one line. */
export function oneLine(text: string): string {
  const lines = text.split('\n').map(bare)
  return lines.filter((line) => line !== '').join(', ')
}

/** What stands between separators, without blanks around it. */
export function several(text: string, separator: string | RegExp): string[] {
  return text.split(separator).map((part) => part.trim())
}
