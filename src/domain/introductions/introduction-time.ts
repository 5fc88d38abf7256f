const DAY_MS = 86_400_000

/** How long the two have to answer, in days. */
const LIFE_DAYS = 30
/** What came of it is asked so long after both said yes, in days, and stays open for an answer so long. */
const OUTCOME_AFTER_DAYS = 21
const OUTCOME_OPEN_DAYS = 28
/** A pair that was brought up is left alone by the same person for so long, in days, but for one second try. */
export const PAIR_REST_DAYS = 90
export const MOST_PER_PAIR = 2
/** How many people one member brings together within 24 hours, in pairs. */
export const MOST_PER_DAY = 5
/** How many mails that propose somebody one person gets within a week; further ones wait in their list alone. */
export const MOST_MAILS_PER_WEEK = 3

const daysFrom = (moment: Date, days: number) => new Date(moment.getTime() + days * DAY_MS)

/** After this nobody is asked any more. */
export const expiryOf = (createdAt: Date) => daysFrom(createdAt, LIFE_DAYS)
/** Who was connected up to this moment is asked what came of it. */
export const outcomeDueFor = (now: Date) => daysFrom(now, -OUTCOME_AFTER_DAYS)
/** Who was asked after this moment may still answer. */
export const outcomeOpenSince = (now: Date) => daysFrom(now, -OUTCOME_OPEN_DAYS)
/** Since when introductions of a pair, and of a day, count. */
export const pairSince = (now: Date) => daysFrom(now, -PAIR_REST_DAYS)
export const daySince = (now: Date) => daysFrom(now, -1)
/** Since when mails to one person count. */
export const weekSince = (now: Date) => daysFrom(now, -7)

/** What an introduction is to everybody but the one who answers. */
export type IntroductionState = 'WAITING' | 'CONNECTED' | 'LAPSED' | 'WITHDRAWN'

/** All that the state follows from. What the two answered is not in it: so no 'no' can show. */
export interface IntroductionTimes {
  readonly expiresAt: Date
  readonly connectedAt: Date | null
  /** Closed rows are marked as withdrawn when their time was over. */
  readonly withdrawnAt: Date | null
}

/** WAITING until both said yes, it was taken back or its time is over, whatever was answered. */
export function introductionState({ expiresAt, connectedAt, withdrawnAt }: IntroductionTimes, now: Date): IntroductionState {
  if (connectedAt !== null) return 'CONNECTED'
  if (withdrawnAt !== null && withdrawnAt < expiresAt) return 'WITHDRAWN'
  return now < expiresAt ? 'WAITING' : 'LAPSED'
}
