import { foldName } from '../check-in/name-search'

/** The ways to reach somebody that an entry may hold. */
export const FIELD_KINDS = ['EMAIL', 'PHONE', 'URL', 'ADDRESS'] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** Longest key, in code points, as the column holds it. */
const KEY_MAX = 500

const cut = (key: string) => Array.from(key).slice(0, KEY_MAX).join('')
const folded = (text: string) => (foldName(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')

/** Digits, with a plus before them where the country is said; an extension after an x. */
function phoneKey(value: string): string {
  const [, main = '', extension = ''] = /^(?:tel:)?(.*?)(?:(?:;ext=|\s*(?:ext\.?|x|#)\s*)(\d+))?$/isu.exec(value.trim()) ?? []
  // '+49 (0)30' names the same number as '+4930'.
  const plain = main.replace(/^(\+[\s\d]*)\(0\)/u, '$1').replace(/^[\s(]*00/u, '+')
  const digits = plain.normalize('NFKC').replace(/\D/gu, '')
  if (digits === '') return folded(value)
  return (/^[\s(]*\+/u.test(plain) ? '+' : '') + digits + (extension === '' ? '' : `x${extension}`)
}

/**
 * Host and path. Of the question only an `id` counts, without which every profile of some networks would have
 * one address.
 */
function urlKey(value: string): string {
  const text = value.trim()
  const address = /^[a-z][\w+.-]*:\/\//iu.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return text.toLowerCase()
  const parsed = new URL(address)
  const host = parsed.hostname.replace(/^www\./u, '')
  const path = parsed.pathname.replace(/(?<!\/)\/+$/u, '')
  const id = parsed.searchParams.get('id')
  return host + path + (id === null ? '' : `?id=${id}`)
}

/**
 * A way to reach somebody as it is compared: an e-mail address in lower case, a phone number as its digits with a
 * leading + if it has one, a web address as host and path, a postal address as its words without marks. At most
 * 500 code points; empty only for a value that says nothing.
 */
export function fieldKey(kind: FieldKind, value: string): string {
  if (kind === 'EMAIL') return cut(value.trim().replace(/^mailto:/iu, '').normalize('NFKC').toLowerCase())
  if (kind === 'PHONE') return cut(phoneKey(value))
  if (kind === 'URL') return cut(urlKey(value))
  return cut(folded(value))
}
