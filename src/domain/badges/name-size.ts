/** The sizes that a name on a badge can have, in millimetres, the largest first; badges.css has one rule each. */
export const NAME_SIZES = [16, 14, 12.5, 11, 10, 9, 8, 7.2, 6.5, 5.8, 5, 4.5, 4, 3.6, 3.2] as const

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

/** What a line may not break within, and whether a space stands before it: none does after a hyphen. */
interface Part {
  readonly width: number
  readonly spaced: boolean
}

const partsOf = (name: string): readonly Part[] =>
  name
    .split(/[\s\u00a0]+/)
    .filter((word) => word !== '')
    .flatMap((word) => word.split(/(?<=\p{L}[-\u2010])(?=\p{L})/u).map((part, at) => ({ width: widthOf(part), spaced: at === 0 })))

/** How many lines these take, broken as a browser breaks them: at spaces and after hyphens. */
function linesOf(parts: readonly Part[], width: number): number {
  let lines = 1
  let used = 0
  for (const part of parts) {
    const needed = used === 0 ? part.width : used + (part.spaced ? SPACE : 0) + part.width
    if (used > 0 && needed > width) {
      lines += 1
      used = part.width
    } else {
      used = needed
    }
  }
  return lines
}

/**
 * The largest size at which a name fits into this room without parting a word but at its hyphens, as an index of
 * {@link NAME_SIZES}; the last one for what fits at none, where words are parted and the rest is cut off.
 */
export function nameSize(name: string, room: { readonly width: number; readonly height: number }): number {
  const parts = partsOf(name)
  const found = NAME_SIZES.findIndex((size) => {
    const width = room.width / size
    const lines = linesOf(parts, width)
    return parts.every((part) => part.width <= width) && (lines * LINE_HEIGHT + BELOW) * size <= room.height
  })
  return found === -1 ? NAME_SIZES.length - 1 : found
}
