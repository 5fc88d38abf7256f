/** The roles of a membership, the most powerful first. */
export const ROLES = ['OWNER', 'ORGANIZER', 'HOST', 'MEMBER'] as const
export type Role = (typeof ROLES)[number]

/**
 * What somebody is to a community or event: a role in it, whether they are checked in there, and whether
 * they stand at its door for that night alone.
 */
export type Standing = Role | 'CHECKED_IN' | 'HOST_TONIGHT'

/**
 * Who may do what: the one table that the server checks and the screens read. An action that is not
 * listed does not exist; a standing that is not listed may not do it.
 */
export const PERMISSIONS = {
  /** See the organizer's pages of a community: series, events, settings. */
  organize: ['OWNER', 'ORGANIZER'],
  /** Make and change series and their events. */
  editSeries: ['OWNER', 'ORGANIZER'],
  /** Change a community's name, zone and postal address. */
  editCommunity: ['OWNER'],
  /** Open the door screen of an event: the door code and the count of arrivals. */
  showDoor: ['OWNER', 'ORGANIZER', 'HOST', 'HOST_TONIGHT'],
  /** Check others in: read passes and tickets, write down walk-ins, send what a device took down. */
  letIn: ['OWNER', 'ORGANIZER', 'HOST', 'HOST_TONIGHT'],
  /** Read people's names at the door: the list, the search, the latest arrivals, badges. */
  readNames: ['OWNER', 'ORGANIZER', 'HOST', 'HOST_TONIGHT'],
  /** Take a check-in back, and correct what a badge says. */
  mendArrivals: ['OWNER', 'ORGANIZER', 'HOST', 'HOST_TONIGHT'],
  /** Watch the room live: the curve, who is new, which newcomers have met nobody yet. */
  watchRoom: ['OWNER', 'ORGANIZER', 'HOST'],
  /** Give somebody the door for a night, and take it back. */
  inviteHosts: ['OWNER', 'ORGANIZER'],
  /** See who said that they come. */
  seeRsvps: ['OWNER', 'ORGANIZER'],
  /** Give somebody on the waitlist a free place, and cancel for somebody. */
  tendRsvps: ['OWNER', 'ORGANIZER'],
  /** See who is there: suggestions, and the people in them. */
  seeRoom: ['CHECKED_IN'],
  /** Say that two people met at this event. */
  meet: ['CHECKED_IN'],
  /** Open a circle at an event, see who joins it, and call it off. */
  openCircle: ['OWNER', 'ORGANIZER', 'HOST'],
  /** Join a circle that one is invited to, or not. */
  joinCircle: ['CHECKED_IN'],
} as const satisfies Record<string, readonly Standing[]>

export type Action = keyof typeof PERMISSIONS

/** Whether any of these standings is allowed the action. */
export function mayDo(action: Action, standings: readonly Standing[]): boolean {
  const allowed: readonly Standing[] = PERMISSIONS[action]
  return standings.some((standing) => allowed.includes(standing))
}

/** Every action that any of these standings is allowed, for screens that offer what one may do. */
export function actionsOf(standings: readonly Standing[]): Action[] {
  const actions = Object.keys(PERMISSIONS) as Action[] // As the table's own type says.
  return actions.filter((action) => mayDo(action, standings))
}

/** The roles among the standings that are allowed the action. */
export function rolesFor(action: Action): Role[] {
  return ROLES.filter((role) => mayDo(action, [role]))
}
