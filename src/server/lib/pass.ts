import { hashToken, sign } from './tokens'

/**
 * A person's pass: what the QR on their phone opens. It is derived from the secret, so that it can be
 * shown again and again though only its hash is stored; another version revokes it.
 */
export function passOf(secret: string, userId: string, version: number): string {
  return sign(secret, 'pass', [userId, String(version)])
}

/** What is stored of a pass, and what a scanned one is looked up by. */
export function passHashOf(secret: string, userId: string, version: number): string {
  return hashToken(passOf(secret, userId, version))
}
