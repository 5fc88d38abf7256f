import { ID_PREFIX } from '@/domain/ids'
import type { MailKind } from '@/generated/prisma/enums'
import { sameText, sign } from '@/server/lib/tokens'

/** Every kind that can be switched off, by the word that stands for it in links. */
const KIND_WORDS = {
  event: 'EVENT',
  'morning-after': 'MORNING_AFTER',
  digest: 'DIGEST',
  introduction: 'INTRODUCTION',
  announcement: 'ANNOUNCEMENT',
} as const satisfies Record<string, MailKind>

/** Kinds of mail that can be switched off: all but sign-in. */
export type OptionalKind = (typeof KIND_WORDS)[keyof typeof KIND_WORDS]
export const OPTIONAL_KINDS: readonly OptionalKind[] = Object.values(KIND_WORDS)

/** What a genuine token says. */
export interface UnsubscribeClaim {
  readonly userId: string
  readonly kind: OptionalKind
  /** Which of the person's addresses is meant, see {@link addressTag}. */
  readonly tag: string
}

/** Stands for an address in a link: it tells which one is meant to whoever has the key and the address. */
export function addressTag(secret: string, userId: string, address: string): string {
  return sign(secret, 'unsubscribe-address', [userId, address], 10)
}

/** The token that switches one kind of mail to one address of a person off and on. It does not expire. */
export function unsubscribeToken(secret: string, userId: string, kind: OptionalKind, address: string): string {
  const word = Object.entries(KIND_WORDS).find(([, named]) => named === kind)?.[0] ?? ''
  const claim = [userId.slice(ID_PREFIX.user.length + 1), word, addressTag(secret, userId, address)]
  return [...claim, sign(secret, 'unsubscribe', claim)].join('.')
}

/** What the token says, or null unless it was made by {@link unsubscribeToken} with this key. */
export function readUnsubscribeToken(secret: string, token: string): UnsubscribeClaim | null {
  const [body, word, tag, signature, ...rest] = token.split('.')
  if (!body || !word || !tag || !signature || rest.length > 0) return null
  if (!sameText(signature, sign(secret, 'unsubscribe', [body, word, tag]))) return null
  if (!Object.hasOwn(KIND_WORDS, word)) return null
  // Checked the line before.
  return { userId: `${ID_PREFIX.user}_${body}`, kind: KIND_WORDS[word as keyof typeof KIND_WORDS], tag }
}
