import { ID_PREFIX } from '@/domain/ids'
import { sameText, sign } from '@/server/lib/tokens'

/** What a link in a mail may do with an RSVP. */
const RSVP_ACTIONS = ['cancel', 'confirm'] as const
export type RsvpAction = (typeof RSVP_ACTIONS)[number]

/** What a link is signed for. It acts for as long as the event is ahead or on. */
export interface RsvpClaim {
  readonly rsvpId: string
  readonly action: RsvpAction
}

const signature = (secret: string, { rsvpId, action }: RsvpClaim) => sign(secret, 'rsvp-link', [rsvpId, action])

/** The token of one action. */
export function rsvpToken(secret: string, claim: RsvpClaim): string {
  return [claim.rsvpId.slice(ID_PREFIX.rsvp.length + 1), claim.action, signature(secret, claim)].join('.')
}

/** What the token says, or null unless it was made by {@link rsvpToken} with this key. */
export function readRsvpToken(secret: string, token: string): RsvpClaim | null {
  const [body, word, given, ...rest] = token.split('.')
  const action = RSVP_ACTIONS.find((known) => known === word)
  if (!body || !action || !given || rest.length > 0) return null
  const claim = { rsvpId: `${ID_PREFIX.rsvp}_${body}`, action }
  return sameText(given, signature(secret, claim)) ? claim : null
}
