const SEPARATOR = '|'

/** One key for two people, whichever is named first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}${SEPARATOR}${b}` : `${b}${SEPARATOR}${a}`
}

/** The two ids of a {@link pairKey}; null for any other text. */
export function idsOfPairKey(key: string): readonly [string, string] | null {
  const [a, b, ...rest] = key.split(SEPARATOR)
  return a !== undefined && b !== undefined && rest.length === 0 ? [a, b] : null
}
