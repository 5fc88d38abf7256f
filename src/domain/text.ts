/**
 * What somebody typed, made fit to stand in one line: NFC, single spaces, no control characters and
 * none that turn the direction of what follows (they let one line dress up as another), nor lone
 * surrogates. Every script and emoji stay; zero-width joiners stay between other characters, since
 * Persian, Indic scripts and emoji need them. Cut to at most `max` code points (what a VARCHAR
 * counts), never inside what a reader sees as one character. Applying it twice changes nothing.
 */
export function cleanLine(text: string, max: number): string {
  const line = text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    // \p{Cf}, less what shapes letters and emoji: the joiners and the tag characters of some flags.
    .replace(/(?![\u200c\u200d\u{e0020}-\u{e007f}])[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replace(/ +/gu, ' ')
  return trimmed(cut(trimmed(line), max))
}

function trimmed(line: string): string {
  return line.replace(/^[ \u200c\u200d]+|(?<![ \u200c\u200d])[ \u200c\u200d]+$/gu, '')
}

function cut(line: string, max: number): string {
  if (line.length <= max) return line
  let kept = ''
  let points = 0
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(line)) {
    points += Array.from(segment).length
    if (points > max) break
    kept += segment
  }
  return kept
}
