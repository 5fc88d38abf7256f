import type { Action, Standing } from './permissions'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** The time around an event in which something may be done there, in milliseconds. */
export interface DoorHours {
  /** From how long before its start; null for however early. */
  readonly beforeStartMs: number | null
  /** Until how long after its end. */
  readonly afterEndMs: number
}

/** For tidying up: the last check-in to mend, the last badge to find. */
const TIDYING_MS = 30 * MINUTE_MS
/** How long after an event's end its arrivals are still written: devices come back to a network. */
const DELIVERY_MS = 12 * HOUR_MS
/** Names are read by hosts on the day, and not by whoever got a link for an evening weeks ahead. */
const THE_DAY_MS = 24 * HOUR_MS

/** When a host for the night may do what a grant gives at all. */
const OF_GRANTS: Partial<Record<Action, DoorHours>> = {
  showDoor: { beforeStartMs: null, afterEndMs: TIDYING_MS },
  letIn: { beforeStartMs: null, afterEndMs: DELIVERY_MS },
  readNames: { beforeStartMs: THE_DAY_MS, afterEndMs: TIDYING_MS },
  mendArrivals: { beforeStartMs: THE_DAY_MS, afterEndMs: TIDYING_MS },
}

/** Who came is history half a day later, for those with a role too. */
const OF_ROLES: Partial<Record<Action, DoorHours>> = {
  mendArrivals: { beforeStartMs: null, afterEndMs: DELIVERY_MS },
}

/** When a standing allows this; null for always. */
export function doorHours(action: Action, by: 'GRANT' | 'ROLE'): DoorHours | null {
  return (by === 'GRANT' ? OF_GRANTS : OF_ROLES)[action] ?? null
}

interface Timed {
  readonly startsAt: Date
  readonly endsAt: Date
}

/**
 * Whether this is the time for an action that somebody's standings allow: by a role where they have one,
 * else by the night's grant.
 */
export function doorTime(action: Action, standings: readonly Standing[], { startsAt, endsAt }: Timed, now: Date): 'OPEN' | 'EARLY' | 'OVER' {
  const hours = doorHours(action, standings.some(isRoleAtDoors) ? 'ROLE' : 'GRANT')
  if (!hours) return 'OPEN'
  if (now.getTime() > endsAt.getTime() + hours.afterEndMs) return 'OVER'
  if (hours.beforeStartMs === null) return 'OPEN'
  return now.getTime() < startsAt.getTime() - hours.beforeStartMs ? 'EARLY' : 'OPEN'
}

/** A member's role gives no door: of members the grant does. */
function isRoleAtDoors(standing: Standing): boolean {
  return standing === 'OWNER' || standing === 'ORGANIZER' || standing === 'HOST'
}
