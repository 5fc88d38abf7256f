/** What stands before a name and is none. */
const TITLE = /^(?:\p{L}{1,5}\.)+$/u

/**
 * How a line to somebody begins: the first word of their name that is no title ('Dr. Ada Example' is Ada).
 * The whole name where there is nothing else.
 */
export function firstName(name: string): string {
  const words = name.trim().split(/\s+/u)
  return words.find((word) => !TITLE.test(word)) ?? name.trim()
}
