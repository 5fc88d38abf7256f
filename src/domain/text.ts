/**
 * Characters that are never part of a line that a person means to write: control characters, and the
 * marks that turn the reading direction of what follows (UAX #9), with which names impersonate others.
 */
const UNWANTED = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu

/** One line as it was meant: unwanted characters are blanks, runs of blanks one, at most `max` UTF-16 units. */
export function cleanLine(text: string, max: number): string {
  const line = text.normalize('NFC').replace(UNWANTED, ' ').replace(/\s+/gu, ' ').trim()
  if (line.length <= max) return line
  // Whole user-perceived characters only: half an emoji is none.
  let kept = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)) {
    if (kept.length + segment.length > max) break
    kept += segment
  }
  return kept.trimEnd()
}

/** Several lines: as {@link cleanLine} for each, at most one empty line between two, ends trimmed. */
export function cleanText(text: string, max: number): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  return lines
    .map((line) => cleanLine(line, max))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, max)
}
