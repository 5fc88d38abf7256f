/** What the faces of the picture have: the ranges of their Latin and extended Latin files. */
const OUTSIDE =
  /[^\u0020-\u007e\u00a0-\u017f\u0192\u0218-\u021b\u1e9e\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]/gu

/**
 * What of a text the picture can show. Signs and emoji that the faces lack are left out; a text that
 * would lose a letter or a digit is left out as a whole, since half a name is another name.
 */
export function drawable(text: string): string {
  // Thin and narrow spaces, which dates are written with, are spaces.
  const line = text.normalize('NFC').replaceAll(/\s+/gu, ' ')
  const lost = line.match(OUTSIDE) ?? []
  if (lost.some((character) => /[\p{L}\p{N}]/u.test(character))) return ''
  return line.replaceAll(OUTSIDE, '').replaceAll(/ +/gu, ' ').trim()
}
