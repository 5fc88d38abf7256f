import { ID_PREFIX } from '@/domain/ids'
import { sameText, sign } from '@/server/lib/tokens'
import type { Mute } from './mute-author'

/** How long a link acts, in days. */
const LIFE_DAYS = 30
const DAY_MS = 86_400_000

const bodyOf = (userId: string) => userId.slice(ID_PREFIX.user.length + 1)
const idOf = (body: string) => `${ID_PREFIX.user}_${body}`
const signature = (secret: string, { userId, authorId }: Mute, expires: string) =>
  sign(secret, 'mute', [userId, authorId, expires])

/** What a link of a digest carries that ends the updates of one author for one reader, good for 30 days from `now`. */
export function muteToken(secret: string, mute: Mute, now: Date): string {
  const expires = Math.floor((now.getTime() + LIFE_DAYS * DAY_MS) / 1000).toString(36)
  return [bodyOf(mute.userId), bodyOf(mute.authorId), expires, signature(secret, mute, expires)].join('.')
}

/** Reads a token, or null when it is not genuine. */
export function readMuteToken(secret: string, token: string): (Mute & { readonly expiresAt: Date }) | null {
  const [reader, author, expires, given, ...rest] = token.split('.')
  if (!reader || !author || !expires || !given || rest.length > 0 || !/^[0-9a-z]{1,9}$/.test(expires)) return null
  const mute = { userId: idOf(reader), authorId: idOf(author) }
  if (!sameText(given, signature(secret, mute, expires))) return null
  return { ...mute, expiresAt: new Date(parseInt(expires, 36) * 1000) }
}
