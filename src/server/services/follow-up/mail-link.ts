import type { Db } from '@/server/db/client'
import { actOnContactLink, undoContactLink, viewContactLink } from './act-on-contact'
import { actOnFollowUp, undoFollowUp, viewFollowUp, type FollowUpView, type LinkGiven } from './act-on-follow-up'
import { readFollowUpToken } from './follow-up-token'

const isOfContact = ({ secret, token }: LinkGiven) => {
  const claim = readFollowUpToken(secret, token)
  return claim !== null && 'contactId' in claim.subject
}

/** What the page of a link in a mail shows, be it about a prompt or a contact. Changes nothing. @throws DomainError NOT_FOUND, GONE */
export const viewLink = (db: Db, given: LinkGiven): Promise<FollowUpView> =>
  isOfContact(given) ? viewContactLink(db, given) : viewFollowUp(db, given)

/** Does what the link says; a repeat changes nothing more. @throws DomainError NOT_FOUND, GONE */
export const actOnLink = (db: Db, given: LinkGiven): Promise<FollowUpView> =>
  isOfContact(given) ? actOnContactLink(db, given) : actOnFollowUp(db, given)

/** Takes back what the link did. @throws DomainError NOT_FOUND, GONE */
export const undoLink = (db: Db, given: LinkGiven): Promise<FollowUpView> =>
  isOfContact(given) ? undoContactLink(db, given) : undoFollowUp(db, given)
