import type { FieldKind } from './field-key'

const EMAIL = /^[^\s@<>"'?&#%,;:\\]+@[^\s@<>"'?&#%,;:\\]+$/u

/**
 * Where a way to reach somebody leads when it is pressed: their mail program, the phone, a page of the web. Only
 * what is plainly that gets a link, and a page only over http or https: the values come from files and strangers.
 *
 * @returns null for what is only to be read
 */
export function fieldLink(kind: FieldKind, value: string): string | null {
  const text = value.trim()
  if (kind === 'EMAIL') return EMAIL.test(text) ? `mailto:${encodeURIComponent(text).replace('%40', '@')}` : null
  if (kind === 'PHONE') {
    const digits = text.replace(/[\s()./-]/gu, '')
    return /^\+?\d{3,20}$/u.test(digits) ? `tel:${digits}` : null
  }
  if (kind !== 'URL') return null
  const address = /^https?:\/\//iu.test(text) ? text : `https://${text}`
  if (/^[a-z][a-z\d+.-]*:/iu.test(text) && address !== text && !/^[^/:]+:\d+(?:\/|$)/u.test(text)) return null
  if (!URL.canParse(address)) return null
  const { protocol, hostname, href } = new URL(address)
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') ? href : null
}
