import { ALPHABET } from '@/domain/ids'

/** The longest text that is looked at: a QR code holds up to 7,089 characters, ours about a hundred. */
const LONGEST = 300
/** A pass, ticket or slip, and the code below a ticket that is typed. */
const SECRET = new RegExp(`^[${ALPHABET}]{26}$`)
const TYPED = new RegExp(`^[${ALPHABET}]{8}$`)
/** A door code begins with an event's. */
const DOOR_CODE = new RegExp(`^[${ALPHABET}]{16}-`)

/** What a code holds that a host's scanner has read, or that was typed. */
export type ScannedCode =
  /** A person's own pass, shown on their phone or badge. */
  | { readonly kind: 'PASS'; readonly pass: string }
  /** The ticket of an RSVP. */
  | { readonly kind: 'TICKET'; readonly ticket: string }
  /** The slip of somebody who was written down at the door. */
  | { readonly kind: 'SLIP'; readonly slip: string }
  /** The eight characters below a ticket. */
  | { readonly kind: 'TYPED'; readonly code: string }
  /** Ours, but nobody's: a door code or a poster, another page. */
  | { readonly kind: 'OUR_PAGE' }
  /** Somebody else's. */
  | { readonly kind: 'FOREIGN'; readonly what: 'WIFI' | 'ADDRESS' | 'TEXT' | 'TOO_LONG' }

/** The path under which each kind of secret stands in a code. */
export const CODE_PATHS = { PASS: 'm', TICKET: 't', SLIP: 'slip' } as const

/** What the first part of a path makes of the secret that follows. */
const READ_PATH: Readonly<Record<string, (secret: string) => ScannedCode>> = {
  [CODE_PATHS.PASS]: (pass) => ({ kind: 'PASS', pass }),
  [CODE_PATHS.TICKET]: (ticket) => ({ kind: 'TICKET', ticket }),
  [CODE_PATHS.SLIP]: (slip) => ({ kind: 'SLIP', slip }),
}

/**
 * Reads what a scanner gives. The origin of an address is not compared: an installation may have had
 * another one when a badge was printed, and what the code opens is decided by its secret alone. Upper
 * case is read too, since a scanner that types may have its keyboard locked. Never throws.
 */
export function readScannedCode(text: string): ScannedCode {
  const given = text.trim()
  if (given.length > LONGEST) return { kind: 'FOREIGN', what: 'TOO_LONG' }
  if (/^wifi:/i.test(given)) return { kind: 'FOREIGN', what: 'WIFI' }
  const plain = given.toLowerCase().replace(/[\s-]/g, '')
  if (TYPED.test(plain)) return { kind: 'TYPED', code: plain }
  // A scanner that types may leave the address out.
  if (SECRET.test(plain)) return { kind: 'PASS', pass: plain }
  const path = pathOf(given)
  return path === null ? { kind: 'FOREIGN', what: 'TEXT' } : readPath(path)
}

function readPath([first = '', secret = '', ...rest]: readonly string[]): ScannedCode {
  // A slash at the end changes nothing.
  if (rest.some((part) => part !== '')) return { kind: 'FOREIGN', what: 'ADDRESS' }
  const read = Object.hasOwn(READ_PATH, first) && SECRET.test(secret) ? READ_PATH[first] : undefined
  if (read) return read(secret)
  return first === 'c' && DOOR_CODE.test(secret) ? { kind: 'OUR_PAGE' } : { kind: 'FOREIGN', what: 'ADDRESS' }
}

/** The parts of a web address's path, in lower case; null for what is none. */
function pathOf(text: string): string[] | null {
  if (!/^https?:\/\//i.test(text)) return null
  try {
    return new URL(text).pathname.toLowerCase().split('/').slice(1)
  } catch {
    return null
  }
}
