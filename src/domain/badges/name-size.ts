/** The sizes that a name on a badge can have, in millimetres, the largest first; badges.css has one rule each. */
export const NAME_SIZES = [16, 13, 11, 9, 7.5, 6, 5, 4, 3.2] as const

const LINE_HEIGHT = 1.15
/** What hangs below the last line. */
const BELOW = 0.08
const SPACE = 0.3

/** About how wide a character is, as a part of its size: rather more than the display face needs. */
function charWidth(char: string): number {
  if (/\p{M}|\p{Cf}/u.test(char)) return 0
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(char)) return 1.05
  if (/[mwMW]/.test(char)) return 0.95
  return /\p{Lu}/u.test(char) ? 0.74 : 0.58
}

const widthOf = (word: string) => Array.from(word).reduce((sum, char) => sum + charWidth(char), 0)

/** How many lines words of these widths take, broken as a browser breaks them. */
function linesOf(words: readonly number[], width: number): number {
  let lines = 1
  let used = 0
  for (const word of words) {
    const needed = used === 0 ? word : used + SPACE + word
    if (used > 0 && needed > width) {
      lines += 1
      used = word
    } else {
      used = needed
    }
  }
  return lines
}

/**
 * The largest size at which a name fits into this room without parting a word, as an index of
 * {@link NAME_SIZES}; the last one for what fits at none, where words are parted and the rest is cut off.
 */
export function nameSize(name: string, room: { readonly width: number; readonly height: number }): number {
  const words = name.split(/[\s\u00a0]+/).filter((word) => word !== '').map(widthOf)
  const found = NAME_SIZES.findIndex((size) => {
    const width = room.width / size
    const lines = linesOf(words, width)
    return words.every((word) => word <= width) && (lines * LINE_HEIGHT + BELOW) * size <= room.height
  })
  return found === -1 ? NAME_SIZES.length - 1 : found
}
