/** Where anybody reads about a community. */
export const communityPath = (slug: string) => `/communities/${slug}`

/** Where anybody reads about a series; its feed is `calendar.ics` below. */
export const seriesPath = (communitySlug: string, seriesSlug: string) => `${communityPath(communitySlug)}/${seriesSlug}`

/** Where anybody reads about one evening; its calendar file is `calendar.ics` below. */
export const eventPath = (eventId: string) => `/events/${eventId}`
