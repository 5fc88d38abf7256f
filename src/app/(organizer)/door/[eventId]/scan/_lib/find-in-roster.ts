import { readScannedCode } from '@/domain/check-in/scanned-code'
import type { Roster, RosterPerson, ScannedPerson, ScanTarget } from '@/domain/check-in/scanner'
import type { Arrival } from './state'

/**
 * sha256 in hex, as the server stores what opens something.
 * @returns null where the browser has no such function: on plain http.
 */
async function sha256(text: string): Promise<string | null> {
  if (!('subtle' in crypto)) return null
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Whom this device's list has under what was scanned; null when it has nobody, or there is no list. */
export async function findInRoster(roster: Roster | null, target: ScanTarget): Promise<RosterPerson | null> {
  if (!roster || target.kind === 'WALK_IN') return null
  if (target.kind === 'PERSON') return roster.people.find(({ personId }) => personId === target.personId) ?? null
  const matches = await matcherOf(target.text, roster.eventId)
  return (matches && roster.people.find(matches)) ?? null
}

async function matcherOf(text: string, eventId: string): Promise<((person: RosterPerson) => boolean) | null> {
  const code = readScannedCode(text)
  switch (code.kind) {
    case 'PASS': {
      const hash = await sha256(code.pass)
      return hash === null ? null : ({ passHash, formerPassHashes }) => passHash === hash || formerPassHashes.includes(hash)
    }
    case 'SLIP': {
      const hash = await sha256(code.slip)
      return hash === null ? null : ({ slipHash }) => slipHash === hash
    }
    case 'TICKET': {
      const hash = await sha256(code.ticket)
      return hash === null ? null : ({ ticketHash }) => ticketHash === hash
    }
    case 'TYPED': {
      const hash = await sha256(`${eventId}:${code.code}`)
      return hash === null ? null : ({ codeHash }) => codeHash === hash
    }
    case 'OUR_PAGE':
    case 'FOREIGN':
      return null
  }
}

/** The person as an answer shows them. */
export function shownPerson({ personId, name, visitNumber, plusOnes }: RosterPerson): ScannedPerson {
  return { personId, name, visitNumber, plusOnes }
}

/** The list with this person in since that moment, ISO 8601; null takes it back. */
export function withArrival(roster: Roster, personId: string, inSince: string | null): Roster {
  return {
    ...roster,
    people: roster.people.map((person) => (person.personId === personId ? { ...person, inSince } : person)),
  }
}

/** As many of the latest arrivals are shown, for taking one back. */
const SHOWN_ARRIVALS = 20

/** Who came last, at any door: what the server said last, and what this device's list knows without a network. */
export function latestArrivals(roster: Roster | null, told: readonly Arrival[]): readonly Arrival[] {
  const listed = (roster?.people ?? []).flatMap(({ personId, name, inSince }) => (inSince === null ? [] : [{ personId, name, at: inSince }]))
  const latest = new Map([...listed, ...told].map((arrival) => [arrival.personId, arrival]))
  return [...latest.values()].sort((one, other) => Date.parse(other.at) - Date.parse(one.at)).slice(0, SHOWN_ARRIVALS)
}
