const DAY_MS = 86_400_000

/** How long an ask may be answered, in days. */
const LIFE_DAYS = 14
const WEEK_DAYS = 7
/** Who joined a community so lately is new there, in days. */
const NEW_DAYS = 14
/** How many asks one person puts within a week, and has open at the same time. */
export const MOST_ASKS_PER_WEEK = 3
export const MOST_ASKS_OPEN = 2

/** After this nobody can answer any more. */
export const askExpiry = (createdAt: Date) => new Date(createdAt.getTime() + LIFE_DAYS * DAY_MS)
/** Since when asks of this week count. */
export const askWeekSince = (now: Date) => new Date(now.getTime() - WEEK_DAYS * DAY_MS)
/** Who joined after this moment is new. */
export const newSince = (now: Date) => new Date(now.getTime() - NEW_DAYS * DAY_MS)
