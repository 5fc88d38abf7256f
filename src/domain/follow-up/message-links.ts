/**
 * Everything but letters, digits and `-._~` as percent-encoded UTF-8, so that nothing that somebody is called
 * or wrote can end a line or begin a field; a lone half of a character becomes U+FFFD, as it could not be sent.
 */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** A text on one line: no line break survives in a subject. */
const onOneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** Line breaks as mail has them. */
const withMailBreaks = (text: string) => text.replace(/\r\n?|\n/g, '\r\n')

/**
 * A `mailto:` link (RFC 6068) to one address, with subject and body; a line break in the body is `%0D%0A`.
 * The last `@` parts the address, and both sides are encoded, so that no address adds a recipient or a field.
 */
export function mailtoLink(address: string, { subject, body }: { readonly subject: string; readonly body: string }): string {
  const at = address.lastIndexOf('@')
  const to = at < 0 ? encoded(address) : `${encoded(address.slice(0, at))}@${encoded(address.slice(at + 1))}`
  return `mailto:${to}?subject=${encoded(onOneLine(subject))}&body=${encoded(withMailBreaks(body))}`
}

/**
 * An `sms:` link (RFC 5724) with a body. Android takes `?body=`, iPhones look for `&body=`: `?&body=` serves
 * both, since an empty first field means nothing to either.
 * @returns null for what has too few digits to be a number
 */
export function smsLink(number: string, body: string): string | null {
  const digits = number.normalize('NFKC').replace(/\D/g, '')
  if (digits.length < 3) return null
  return `sms:${number.trim().startsWith('+') ? '+' : ''}${digits}?&body=${encoded(body)}`
}
