const SEPARATOR = '|'

/** One key for two people, whichever is named first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}${SEPARATOR}${b}` : `${b}${SEPARATOR}${a}`
}

/** The two ids of a {@link pairKey}; null for any other text. */
export function idsOfPairKey(key: string): readonly [string, string] | null {
  const at = key.indexOf(SEPARATOR)
  return at < 0 || key.includes(SEPARATOR, at + 1) ? null : [key.slice(0, at), key.slice(at + 1)]
}
