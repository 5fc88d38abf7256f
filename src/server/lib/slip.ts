import { hashToken, sign } from './tokens'

/**
 * The slip of somebody whom a host wrote down at the door: what the code on their paper opens, so that
 * they can take over what was written. Derived from the secret, so that it can be printed again.
 */
export function slipOf(secret: string, userId: string): string {
  return sign(secret, 'slip', [userId])
}

/** What is stored of a slip, and what a scanned one is looked up by. */
export function slipHashOf(secret: string, userId: string): string {
  return hashToken(slipOf(secret, userId))
}

/**
 * What the phone that uses a slip takes along when it goes to sign in: with it, and only as long as that
 * session is open, the slip lets its owner keep the guest. Names the session by its hash.
 */
export function ownSlip(secret: string, guestId: string, sessionHash: string): string {
  return sign(secret, 'slip-own', [guestId, sessionHash])
}
