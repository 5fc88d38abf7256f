import { hashToken, sign } from './tokens'

/**
 * The secret in the address of a person's calendar. Like a pass it is derived, so that it can be shown
 * again though only its hash is stored; another version (from 1) revokes it.
 */
export function calendarSecretOf(secret: string, userId: string, version: number): string {
  return sign(secret, 'calendar', [userId, String(version)])
}

/** What is stored of it, and what an address that is asked for is looked up by. */
export function calendarHashOf(secret: string, userId: string, version: number): string {
  return hashToken(calendarSecretOf(secret, userId, version))
}
