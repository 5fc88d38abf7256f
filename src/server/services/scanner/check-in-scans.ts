import { decideScan } from '@/domain/check-in/decide-scan'
import { scanTime } from '@/domain/check-in/scan-time'
import type { Scan, ScanAnswer, ScannedPerson, ScanRefusal } from '@/domain/check-in/scanner'
import { DomainError } from '@/domain/errors'
import type { PrismaClient } from '@/generated/prisma/client'
import { isLostRace, isUniqueViolation } from '@/server/db/errors'
import { withinLimit, type Limit } from '@/server/db/rate-limit'
import { repeatable } from '@/server/db/repeatable'
import { GRANT_GRACE_MS } from '@/server/db/scopes'
import { slipOf } from '@/server/lib/slip'
import { announce } from '@/server/live/publish'
import { textOf } from '@/text/translator'
import { findDoorEvent, type AtDoor, type DoorEvent } from './door-event'
import { findScanned, type Scanned } from './find-scanned'
import { refusalSentence } from './refusal-sentence'
import { readTarget, type ReadTarget } from './scan-target'
import { writeArrival } from './write-arrival'

/** Uploads of one host: a long queue sent in parts stays far below it. */
const UPLOADS: Limit = { name: 'scans', times: 300, seconds: 300 }
/** How often a scan whose twin or person changed at the same moment is looked at again. */
const ATTEMPTS = 4

interface Given extends AtDoor {
  readonly secret: string
  readonly publicUrl: string
  readonly scans: readonly Scan[]
}

/**
 * Checks people in by a host's scans, each in a transaction of its own and in the order given; what was
 * scanned without a network is the same as what is sent at once. One nonce counts once: sent again, it
 * gets its first answer.
 * @returns one answer for each scan, in order.
 * @throws DomainError NOT_FOUND when this host does not keep this door, TOO_MANY.
 */
export async function checkInScans(db: PrismaClient, given: Given): Promise<ScanAnswer[]> {
  const event = await findDoorEvent(db, given, 'letIn')
  if (!(await withinLimit(db, UPLOADS, given.hostId))) {
    throw new DomainError('TOO_MANY', textOf(given.locale, 'errors')('tooFast'))
  }
  const answers: ScanAnswer[] = []
  for (const scan of given.scans) answers.push(await answerScan(db, event, scan, given))
  return answers
}

async function answerScan(db: PrismaClient, event: DoorEvent, scan: Scan, given: Given): Promise<ScanAnswer> {
  const target = readTarget(scan, event, given.secret)
  if ('refusal' in target) return refuse(target.refusal, { event, scan, scanned: null, given })
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await repeatable(db, () => tryScan(db, { event, scan, target, given }))
    } catch (error) {
      if (attempt === ATTEMPTS || !(isUniqueViolation(error) || isLostRace(error))) throw error
    }
  }
}

interface Trying {
  readonly event: DoorEvent
  readonly scan: Scan
  readonly target: ReadTarget
  readonly given: Given
}

async function tryScan(db: PrismaClient, { event, scan, target, given }: Trying): Promise<ScanAnswer> {
  const { now, hostId, secret, locale } = given
  const { nonce } = scan
  const scanned = await findScanned(db, event, { nonce, hostId, target })
  const time = scanTime(event, { now, agoMs: scan.agoMs, graceMs: GRANT_GRACE_MS })
  const personId = scanned.personId ?? target.walkIn?.id ?? null
  const person = personOf(personId ?? '', scanned, target, given)
  const decision = decideScan({
    time: time.state,
    undone: scanned.undone,
    nonce: scanned.nonce,
    nobody: nobodyOf(personId, scanned, target),
    arrived: scanned.arrivedAt !== null,
    backAgain: scanned.leftAt !== null && time.at !== null && scanned.leftAt < time.at,
    byTicket: target.byTicket,
    rsvp: scanned.rsvp,
    rsvpRequired: event.rsvpMode === 'REQUIRED',
    letIn: scan.letIn,
  })
  const since = scanned.arrivedAt ?? now
  switch (decision.what) {
    case 'REFUSED':
      return refuse(decision.reason, { event, scan, scanned, given })
    case 'ASK':
      return { nonce, outcome: 'ASK', reason: decision.reason, person }
    case 'ALREADY':
      return { nonce, outcome: 'ALREADY', person, since: since.toISOString() }
    case 'REPEATED':
      return { nonce, outcome: 'IN', person, at: since.toISOString(), slipUrl: slipUrlOf(person, target, given) }
    case 'LET_IN': {
      const at = time.at ?? now
      const arrival = await writeArrival(db, event, { target, personId: person.personId, nonce, hostId, secret, at, now, locale })
      if (!arrival) return refuse('UNDONE', { event, scan, scanned, given })
      if (arrival.fresh || arrival.back) announce(db, event.id)
      const arrived = { ...person, visitNumber: arrival.visitNumber }
      if (!arrival.fresh) return { nonce, outcome: 'ALREADY', person: arrived, since: arrival.at.toISOString() }
      return { nonce, outcome: 'IN', person: arrived, at: arrival.at.toISOString(), slipUrl: slipUrlOf(arrived, target, given) }
    }
  }
}

function nobodyOf(personId: string | null, scanned: Scanned, target: ReadTarget): ScanRefusal | null {
  if (scanned.otherEventId !== null) return 'OTHER_EVENT'
  return personId === null ? target.unknown : null
}

function personOf(personId: string, scanned: Scanned, { walkIn }: ReadTarget, { locale }: Given): ScannedPerson {
  const name = scanned.personId === null ? (walkIn?.name ?? '') : scanned.name
  return {
    personId,
    name: name === '' ? textOf(locale, 'scanner')('nameless') : name,
    visitNumber: scanned.visitNumber ?? scanned.earlierVisits + 1,
    plusOnes: scanned.plusOnes,
  }
}

/** Only the person whom this scan wrote down has a slip to be given: not whoever they turned out to be. */
function slipUrlOf({ personId }: ScannedPerson, { walkIn }: ReadTarget, { publicUrl, secret }: Given): string | null {
  return walkIn?.id === personId ? `${publicUrl}/slip/${slipOf(secret, personId)}` : null
}

function refuse(
  reason: ScanRefusal,
  { event, scan, scanned, given }: Omit<Trying, 'target'> & { readonly scanned: Scanned | null },
): ScanAnswer {
  const message = refusalSentence(reason, event, scanned, given.locale)
  return { nonce: scan.nonce, outcome: 'REFUSED', reason, message }
}
