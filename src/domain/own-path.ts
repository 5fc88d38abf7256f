/** Stands in for our own origin while an address is read; no request ever goes there. */
const HERE = 'http://here.invalid'

/**
 * The path to go on to, if it is one of ours, else `fallback`: a link must not be able to send
 * somebody from our sign-in to another site.
 */
export function ownPath(given: string | readonly string[] | undefined, fallback: string): string {
  if (typeof given !== 'string' || !given.startsWith('/') || !URL.canParse(given, HERE)) return fallback
  const url = new URL(given, HERE)
  const path = url.pathname + url.search + url.hash
  // `/.//other.example` stays here when read once, and leaves when read again.
  return url.origin === HERE && !path.startsWith('//') ? path : fallback
}
