import { formatId, ID_BODY_LENGTH } from '@/domain/ids'
import { readScannedCode } from '@/domain/check-in/scanned-code'
import type { Scan, ScanRefusal, ScanTarget } from '@/domain/check-in/scanner'
import { cleanLine } from '@/domain/text'
import { sql, type Sql } from '@/server/db/client'
import { parseEmail } from '@/server/lib/email-address'
import { hashToken, sign } from '@/server/lib/tokens'
import { NAME_MAX, type DoorEvent } from './door-event'
import { knownHere } from './known-here'

/** Somebody who is written down at the door. */
export interface WalkIn {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

/** Whom a scan is about, ready to be looked for. */
export interface ReadTarget {
  readonly method: 'SCAN' | 'NAME' | 'WALK_IN'
  /** Gives at most one row: `id` of the person, and `ticketEventId` where a ticket led there. */
  readonly query: Sql
  /** What it is called when the query gives nothing. */
  readonly unknown: ScanRefusal
  readonly byTicket: boolean
  readonly walkIn: WalkIn | null
}

/** Reads whom a scan is about. @returns a refusal where that can be said without asking the database. */
export function readTarget(scan: Scan, event: DoorEvent, secret: string): ReadTarget | { readonly refusal: ScanRefusal } {
  const { target } = scan
  switch (target.kind) {
    case 'CODE':
      return readCode(target.text, event)
    case 'PERSON':
      return { ...byName, query: personWithin(event, target.personId) }
    case 'WALK_IN':
      return readWalkIn(target, scan.nonce, event, secret)
  }
}

const byName = { method: 'NAME', unknown: 'UNKNOWN_PERSON', byTicket: false, walkIn: null } as const

function readCode(text: string, event: DoorEvent): ReadTarget | { readonly refusal: ScanRefusal } {
  const code = readScannedCode(text)
  const scanned = { method: 'SCAN', byTicket: false, walkIn: null } as const
  switch (code.kind) {
    case 'PASS':
      return { ...scanned, query: byPass(code.pass), unknown: 'UNKNOWN_PASS' }
    case 'SLIP':
      return { ...scanned, query: bySlip(code.slip), unknown: 'UNKNOWN_PASS' }
    case 'TICKET': {
      const query = sql`
        SELECT "userId" AS id, "eventId" AS "ticketEventId" FROM rsvp WHERE "ticketHash" = ${hashToken(code.ticket)}`
      return { ...scanned, query, unknown: 'UNKNOWN_TICKET', byTicket: true }
    }
    case 'TYPED': {
      const query = sql`
        SELECT "userId" AS id, "eventId" AS "ticketEventId" FROM rsvp WHERE "eventId" = ${event.id} AND code = ${code.code}`
      return { ...scanned, query, unknown: 'UNKNOWN_CODE', byTicket: true }
    }
    case 'OUR_PAGE':
      return { refusal: 'OUR_PAGE' }
    case 'FOREIGN':
      return { refusal: code.what }
  }
}

/** Whoever shows a pass is there, member or not; the badge of a guest leads to whom they became. */
function byPass(pass: string): Sql {
  const hash = hashToken(pass)
  return sql`
    SELECT id, NULL AS "ticketEventId" FROM "user" WHERE "passHash" = ${hash}
    UNION ALL
    SELECT "currentId", NULL FROM former_id WHERE "passHash" = ${hash}
    LIMIT 1`
}

/** Whoever shows a slip is there. */
function bySlip(slip: string): Sql {
  return sql`SELECT id, NULL AS "ticketEventId" FROM "user" WHERE "slipHash" = ${hashToken(slip)}`
}

/** What an id is now: a guest on a device's list may have become somebody meanwhile. */
function living(id: string): Sql {
  return sql`coalesce((SELECT "currentId" FROM former_id WHERE id = ${id}), ${id})`
}

/** A person by id, of those whom this door knows. */
function personWithin(event: DoorEvent, id: string): Sql {
  return sql`SELECT p.id, NULL AS "ticketEventId" FROM "user" p WHERE p.id = ${living(id)} AND ${knownHere(event)}`
}

/**
 * A walk-in's id follows from what was sent, so that a repeat finds the person whom its first sending
 * made, whatever their name says by now, and other words under the same nonce find nobody.
 */
function readWalkIn(
  target: Extract<ScanTarget, { kind: 'WALK_IN' }>,
  nonce: string,
  event: DoorEvent,
  secret: string,
): ReadTarget | { readonly refusal: ScanRefusal } {
  const name = cleanLine(target.name, NAME_MAX)
  if (name === '') return { refusal: 'NAME_MISSING' }
  const email = target.email.trim() === '' ? null : parseEmail(target.email)
  if (email === null && target.email.trim() !== '') return { refusal: 'EMAIL_IMPOSSIBLE' }
  const id = formatId('user', sign(secret, 'walk-in', [event.id, nonce, name, email ?? ''], ID_BODY_LENGTH))
  const query = sql`SELECT id, NULL AS "ticketEventId" FROM "user" WHERE id = ${living(id)}`
  return { method: 'WALK_IN', query, unknown: 'UNKNOWN_PERSON', byTicket: false, walkIn: { id, name, email } }
}
