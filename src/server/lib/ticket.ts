import { hashToken, sign } from './tokens'

/**
 * The ticket of an RSVP: what the QR on its page opens. It is derived from the secret, so that it can be
 * shown and mailed again and again though only its hash is stored. Who cancels and comes back has the same.
 */
export function ticketOf(secret: string, rsvpId: string): string {
  return sign(secret, 'ticket', [rsvpId])
}

/** What is stored of a ticket, and what a scanned one is looked up by. */
export function ticketHashOf(secret: string, rsvpId: string): string {
  return hashToken(ticketOf(secret, rsvpId))
}
