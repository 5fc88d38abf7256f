import { CLAIM_MS } from '@/domain/check-in/door-code'
import { ID_PREFIX, idPattern } from '@/domain/ids'
import { randomText, sameText, sign } from '@/server/lib/tokens'

const PREFIX = `${ID_PREFIX.event}_`

/**
 * The right of one phone to check in at one event, for ten minutes from opening a good door code, so
 * that a slow phone is not punished when the code rotates. Its nonce makes a repeated check-in count once.
 */
export interface Claim {
  readonly eventId: string
  readonly nonce: string
  readonly expiresAt: Date
}

const signature = (secret: string, parts: readonly string[]) => sign(secret, 'door-claim', parts)

/** A new claim on an event's door, as the text that the page's form carries. */
export function issueClaim(secret: string, eventId: string, now: Date): string {
  const parts = [eventId.slice(PREFIX.length), (now.getTime() + CLAIM_MS).toString(36), randomText(20)]
  return [...parts, signature(secret, parts)].join('-')
}

/** Reads a claim, expired or not; null for anything that this installation did not sign. */
export function readClaim(secret: string, text: string): Claim | null {
  const [body = '', expiry = '', nonce = '', given = '', ...rest] = text.split('-')
  const eventId = PREFIX + body
  if (rest.length > 0 || !idPattern('event').test(eventId)) return null
  if (!sameText(given, signature(secret, [body, expiry, nonce]))) return null
  return { eventId, nonce, expiresAt: new Date(Number.parseInt(expiry, 36)) }
}
