/** What an invitation to host for a night comes to for whoever opens it. */
export type InvitationState =
  /** Nobody has taken it yet. */
  | 'FREE'
  /** The one who opens it took it before. */
  | 'YOURS'
  /** Somebody else took it. */
  | 'USED'
  | 'REVOKED'
  | 'CANCELLED'
  | 'OVER'

interface Invitation {
  readonly userId: string | null
  readonly revokedAt: Date | null
  readonly event: { readonly endsAt: Date; readonly status: 'SCHEDULED' | 'CANCELLED' }
}

/**
 * What the invitation comes to for this person (null: nobody is signed in) at this moment. That it was
 * revoked goes before everything else: it is what its bearer must hear.
 */
export function invitationState(invitation: Invitation, personId: string | null, now: Date): InvitationState {
  const { userId, revokedAt, event } = invitation
  if (revokedAt !== null) return 'REVOKED'
  if (event.status === 'CANCELLED') return 'CANCELLED'
  if (now > event.endsAt) return 'OVER'
  if (userId === null) return 'FREE'
  return userId === personId ? 'YOURS' : 'USED'
}
