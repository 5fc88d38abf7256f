/**
 * What a list may tell anybody of an evening. Public pages select these and little else: no people, no
 * counts of people, no addresses of anybody.
 */
export const LISTED_PUBLICLY = {
  id: true,
  name: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  venueName: true,
  status: true,
} as const
