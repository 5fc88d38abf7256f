import { ID_PREFIX } from '@/domain/ids'
import { sameText, sign } from '@/server/lib/tokens'

/** What a link in a mail may do with a prompt, or with a contact that is due. */
export const FOLLOW_UP_ACTIONS = ['done', 'later', 'not-needed'] as const
export type FollowUpAction = (typeof FOLLOW_UP_ACTIONS)[number]

/** How long a link acts, in days. */
const LIFE_DAYS = 30
const DAY_MS = 86_400_000

/** What a link is about: one prompt, or one contact whose turn it is. */
export type LinkSubject = { readonly followUpId: string } | { readonly contactId: string }

/** What a link is signed for: one person's one prompt or contact, and one action. */
export type FollowUpClaim = LinkSubject & { readonly ownerId: string; readonly action: FollowUpAction }

const CONTACT = `${ID_PREFIX.contact}_`

const idOf = (subject: LinkSubject) => ('followUpId' in subject ? subject.followUpId : subject.contactId)

const signature = (secret: string, subject: LinkSubject, ownerId: string, action: FollowUpAction, expires: string) =>
  sign(secret, 'follow-up', [idOf(subject), ownerId, action, expires])

/**
 * The token of one action, good for 30 days from `now`. The owner is in its signature alone; a prompt goes
 * by the part of its id after the prefix, a contact by all of its id.
 */
export function followUpToken(secret: string, claim: FollowUpClaim, now: Date): string {
  const expires = Math.floor((now.getTime() + LIFE_DAYS * DAY_MS) / 1000).toString(36)
  const body = 'followUpId' in claim ? claim.followUpId.slice(ID_PREFIX.followUp.length + 1) : claim.contactId
  return [body, claim.action, expires, signature(secret, claim, claim.ownerId, claim.action, expires)].join('.')
}

/** What a token claims, before its signature is checked, which takes the owner. */
export interface UncheckedToken {
  readonly subject: LinkSubject
  readonly action: FollowUpAction
  /** When the mail was written that the link stands in, to the second. */
  readonly issuedAt: Date
  readonly expiresAt: Date
  /** Whether the signature is right if what it is about belongs to this person. */
  isSignedFor(ownerId: string): boolean
}

/** Reads a token, or null when it has not even the form of one. */
export function readFollowUpToken(secret: string, token: string): UncheckedToken | null {
  const [body, word, expires, given, ...rest] = token.split('.')
  const action = FOLLOW_UP_ACTIONS.find((known) => known === word)
  if (!body || !action || !expires || !given || rest.length > 0 || !/^[0-9a-z]{1,9}$/.test(expires)) return null
  const subject = body.startsWith(CONTACT) ? { contactId: body } : { followUpId: `${ID_PREFIX.followUp}_${body}` }
  const expiresAt = new Date(parseInt(expires, 36) * 1000)
  return {
    subject,
    action,
    issuedAt: new Date(expiresAt.getTime() - LIFE_DAYS * DAY_MS),
    expiresAt,
    isSignedFor: (ownerId) => sameText(given, signature(secret, subject, ownerId, action, expires)),
  }
}
