/** Controls, line and paragraph separators, and marks that turn the direction of what follows. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu

/** The text on one line, at most `longest` characters: for headers, where a line end would begin another. */
export function singleLine(text: string, longest = 150): string {
  const line = text.replace(UNSAFE, ' ').replace(/ {2,}/g, ' ').trim()
  const characters = Array.from(line)
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('').trimEnd()}…`
}
