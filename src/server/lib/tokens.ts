import { createHash, createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { ALPHABET, formatId, ID_BODY_LENGTH, type IdKind } from '@/domain/ids'

/** Random characters of the look-alike-free alphabet, 4.86 bits each, from the system's generator. */
export function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
}

/** A new id of the given kind. */
export function newId(kind: IdKind): string {
  return formatId(kind, randomText(ID_BODY_LENGTH))
}

/** What is stored of a secret that opens something: sha256, 64 hex digits. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** HMAC-SHA-256 of the parts, each bound to its place and to the purpose, in {@link ALPHABET}. */
export function sign(secret: string, purpose: string, parts: readonly string[], length = 26): string {
  const digest = createHmac('sha256', secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest()
  // 32 bytes taken modulo 29 lose little: each character still carries more than 4.8 bits.
  return Array.from(digest.subarray(0, Math.min(length, 32)), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')
}

/** Compares two texts in a time that does not depend on where they differ. */
export function sameText(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest()
  const right = createHash('sha256').update(b).digest()
  return timingSafeEqual(left, right)
}
