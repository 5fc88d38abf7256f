/** What a browser's own `<input type="email">` accepts (WHATWG HTML, 'valid e-mail address'). */
const BROWSER_ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/
/** RFC 5321, 4.5.3.1: longest local part and longest path without its angle brackets. */
const LONGEST_LOCAL = 64
const LONGEST = 254

/**
 * The one address that a text is, lower-cased, or null. Blanks around it are forgiven. Refused are
 * display names, quotes, commas, line ends, IP addresses as domain, a domain without a dot, dots in a
 * row or at an end of the local part: all that mail software reads in more than one way.
 */
export function parseEmail(text: string): string | null {
  // Only blanks are taken off: a line end or a tab at an end is a sign of an attempt at headers.
  const address = text.replace(/^ +| +$/g, '').toLowerCase()
  if (address.length > LONGEST || !BROWSER_ADDRESS.test(address)) return null
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  if (local.length > LONGEST_LOCAL || local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null
  const topLevel = address.slice(address.lastIndexOf('.') + 1)
  return /[a-z]/.test(topLevel) ? address : null
}
