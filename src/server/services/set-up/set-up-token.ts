import { sameText, sign } from '@/server/lib/tokens'

/** The one set-up link's token: it follows from the secret, so that every start prints the same. */
export function setUpToken(secret: string): string {
  return sign(secret, 'set-up', [])
}

/** Whether this is the token, compared in constant time. */
export function isSetUpToken(secret: string, token: string): boolean {
  return sameText(token, setUpToken(secret))
}
