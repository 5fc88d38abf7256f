import type { Actor, World } from './world'

/** What a call comes to: it is done, or refused with this code. */
export type Outcome = 'ok' | 'UNAUTHORIZED' | 'FORBIDDEN' | 'NOT_FOUND'
export type Row = Readonly<Record<Actor, Outcome>>

const row = (outcomes: Row): Row => outcomes

/** No session is looked at: what is sent (a code, a token, an address) is the permission. */
export const ANYBODY = row({
  visitor: 'ok',
  doorGuest: 'ok',
  member: 'ok',
  checkedIn: 'ok',
  host: 'ok',
  hostTonight: 'ok',
  organizer: 'ok',
  owner: 'ok',
  otherOwner: 'ok',
  operator: 'ok',
})

/** What belongs to the one who asks. */
export const SIGNED_IN = row({ ...ANYBODY, visitor: 'UNAUTHORIZED' })

/** What belongs to a proved address. */
export const PROVED = row({ ...SIGNED_IN, doorGuest: 'FORBIDDEN' })

const NOBODY = row({
  visitor: 'UNAUTHORIZED',
  doorGuest: 'FORBIDDEN',
  member: 'FORBIDDEN',
  checkedIn: 'FORBIDDEN',
  host: 'FORBIDDEN',
  hostTonight: 'FORBIDDEN',
  organizer: 'FORBIDDEN',
  owner: 'FORBIDDEN',
  // To people of elsewhere the thing does not exist, whatever they are there.
  otherOwner: 'NOT_FOUND',
  operator: 'NOT_FOUND',
})

/** Those who are checked in at the event. */
export const IN_THE_ROOM = row({ ...NOBODY, doorGuest: 'ok', checkedIn: 'ok' })
/** Whoever works for the community on an evening. */
export const HOSTS = row({ ...NOBODY, host: 'ok', organizer: 'ok', owner: 'ok' })
/** Whoever stands at the door, be it for this night alone. */
export const DOOR = row({ ...HOSTS, hostTonight: 'ok' })
export const ORGANIZERS = row({ ...NOBODY, organizer: 'ok', owner: 'ok' })
export const OWNER = row({ ...NOBODY, owner: 'ok' })
/** Every member of the community, by a lookup that finds nothing for others. */
export const MEMBERS = row({ ...SIGNED_IN, otherOwner: 'NOT_FOUND', operator: 'NOT_FOUND' })

/** The operator of the installation; to others it does not exist. */
export const OPERATOR = row({
  visitor: 'UNAUTHORIZED',
  doorGuest: 'NOT_FOUND',
  member: 'NOT_FOUND',
  checkedIn: 'NOT_FOUND',
  host: 'NOT_FOUND',
  hostTonight: 'NOT_FOUND',
  organizer: 'NOT_FOUND',
  owner: 'NOT_FOUND',
  otherOwner: 'NOT_FOUND',
  operator: 'ok',
})

/** One procedure: who may, and an input with which those who may succeed. */
export interface Entry {
  readonly access: Row
  readonly input?: (world: World, actor: Actor) => unknown
}
