import { ID_PREFIX } from '@/domain/ids'
import { sameText, sign } from '@/server/lib/tokens'

/** What a link in the mail of the morning after may do with its prompt. */
export const FOLLOW_UP_ACTIONS = ['done', 'later', 'not-needed'] as const
export type FollowUpAction = (typeof FOLLOW_UP_ACTIONS)[number]

/** How long a link acts, in days. */
const LIFE_DAYS = 30
const DAY_MS = 86_400_000

/** What a link is signed for: one person's one prompt and one action. */
export interface FollowUpClaim {
  readonly followUpId: string
  readonly ownerId: string
  readonly action: FollowUpAction
}

const signature = (secret: string, { followUpId, ownerId, action }: FollowUpClaim, expires: string) =>
  sign(secret, 'follow-up', [followUpId, ownerId, action, expires])

/** The token of one action, good for 30 days from `now`. The owner is in its signature alone. */
export function followUpToken(secret: string, claim: FollowUpClaim, now: Date): string {
  const expires = Math.floor((now.getTime() + LIFE_DAYS * DAY_MS) / 1000).toString(36)
  const body = claim.followUpId.slice(ID_PREFIX.followUp.length + 1)
  return [body, claim.action, expires, signature(secret, claim, expires)].join('.')
}

/** What a token claims, before its signature is checked, which takes the prompt's owner. */
export interface UncheckedToken {
  readonly followUpId: string
  readonly action: FollowUpAction
  readonly expiresAt: Date
  /** Whether the signature is right if the prompt belongs to this person. */
  isSignedFor(ownerId: string): boolean
}

/** Reads a token, or null when it has not even the form of one. */
export function readFollowUpToken(secret: string, token: string): UncheckedToken | null {
  const [body, word, expires, given, ...rest] = token.split('.')
  const action = FOLLOW_UP_ACTIONS.find((known) => known === word)
  if (!body || !action || !expires || !given || rest.length > 0 || !/^[0-9a-z]{1,9}$/.test(expires)) return null
  const followUpId = `${ID_PREFIX.followUp}_${body}`
  return {
    followUpId,
    action,
    expiresAt: new Date(parseInt(expires, 36) * 1000),
    isSignedFor: (ownerId) => sameText(given, signature(secret, { followUpId, ownerId, action }, expires)),
  }
}
