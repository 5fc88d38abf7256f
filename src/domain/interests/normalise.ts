/** The longest slug and the longest label, in Unicode code points. */
export const INTEREST_MAX_LENGTH = 60

/** Latin letters that Unicode does not decompose into a base letter and a mark. */
const LATIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
}

/** Most of what is looked up is plain words or a slug already; it needs none of the work below. */
const PLAIN = /^[a-z0-9]+(?:[ -][a-z0-9]+)*$/

/**
 * The key under which an interest is known, however it was typed: NFKC, lower case, Latin letters
 * without their diacritics, everything that is no letter, digit or mark as one '-'. Letters of every
 * script stay. `+`, `#` and a leading `.` carry meaning in names such as C++, C# and .NET and are
 * spelled out, `&` is 'and'. At most 60 code points; applying it twice changes nothing.
 *
 * @returns null when no letter and no digit is left.
 */
export function slugOfInterest(text: string): string | null {
  if (text.length <= INTEREST_MAX_LENGTH && PLAIN.test(text)) return text.replaceAll(' ', '-')
  const spelled = foldLatin(text.normalize('NFKC').toLowerCase())
    .replace(/['’‘`´ʼ]|\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/&/gu, ' and ')
    .replace(/(?<=[\p{L}\p{N}])\++(?!\p{L})/gu, (plus) => `${'-plus'.repeat(plus.length)}-`)
    .replace(/(?<=[\p{L}\p{N}])#(?![\p{L}\p{N}])/gu, '-sharp-')
    .replace(/(?<![\p{L}\p{N}\p{M}.])\.(?=\p{L})/gu, '-dot-')
  const hyphenated = spelled.replace(/[^\p{L}\p{N}\p{M}][^\p{L}\p{N}]*/gu, '-')
  const slug = cut(trimHyphens(hyphenated)).replace(/-+$/u, '')
  return /[\p{L}\p{N}]/u.test(slug) ? slug : null
}

/**
 * What was typed, made fit to be shown: NFC, one line, single spaces, no control, format or
 * bidirectional-override characters, at most 60 code points. Empty when nothing is left.
 */
export function labelOfInterest(text: string): string {
  const oneLine = text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    // Zero-width joiners shape Indic and Persian words and emoji: they stay between other characters.
    .replace(/(?![\u200c\u200d])[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/ +/gu, ' ')
    .replace(/^[\s\u200c\u200d]+|[\s\u200c\u200d]+$/gu, '')
  return cut(oneLine).replace(/[\s\u200c\u200d]+$/gu, '')
}

/** Latin letters without their diacritics, in NFKC; other scripts keep their marks. Expects lower case. */
export function foldLatin(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFKC')
    .replace(/[ßæœøđðłþıħ]/gu, (letter) => LATIN_LETTERS[letter] ?? letter)
}

function trimHyphens(text: string): string {
  return text.replace(/^[-\p{M}]+|-+$/gu, '')
}

function cut(text: string): string {
  const points = Array.from(text)
  return points.length <= INTEREST_MAX_LENGTH ? text : points.slice(0, INTEREST_MAX_LENGTH).join('')
}
