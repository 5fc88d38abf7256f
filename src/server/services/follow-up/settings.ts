import type { Cadence, DigestRhythm } from '@/generated/prisma/enums'
import type { Db } from '@/server/db/client'

/** How one person is reminded. */
export interface FollowUpSettings {
  /** For everybody in their list who has no other. */
  readonly cadence: Cadence
  /** Set while all reminders rest; see {@link pausedOn}. */
  readonly pausedAt: Date | null
  /** The local date, `YYYY-MM-DD`, on which they go on by themselves; null: when the person says so. */
  readonly pausedUntil: string | null
  readonly digestRhythm: DigestRhythm
  /** ISO 8601: 1 is Monday, 7 Sunday. */
  readonly digestWeekday: number
  readonly nextDigestAt: Date | null
  /** Whole hours, 0 to 23, on the person's clock: no mail from the first up to the second; the same twice: none. */
  readonly quietFrom: number
  readonly quietTo: number
  readonly pushSuggestions: boolean
  readonly pushMeetings: boolean
}

/** Of somebody who has said nothing: the defaults of the table. */
export const DEFAULT_SETTINGS: FollowUpSettings = {
  cadence: 'QUARTERLY',
  pausedAt: null,
  pausedUntil: null,
  digestRhythm: 'WEEKLY',
  digestWeekday: 1,
  nextDigestAt: null,
  quietFrom: 20,
  quietTo: 8,
  pushSuggestions: false,
  pushMeetings: false,
}

const SELECT = {
  cadence: true,
  pausedAt: true,
  pausedUntil: true,
  digestRhythm: true,
  digestWeekday: true,
  nextDigestAt: true,
  quietFrom: true,
  quietTo: true,
  pushSuggestions: true,
  pushMeetings: true,
} as const

/** How this person is reminded; the defaults where they have said nothing. */
export async function findSettings(db: Db, userId: string): Promise<FollowUpSettings> {
  const row = await db.followUpSettings.findUnique({ where: { userId }, select: SELECT })
  if (!row) return DEFAULT_SETTINGS
  return { ...row, pausedUntil: row.pausedUntil?.toISOString().slice(0, 10) ?? null }
}

/** Changes what is given and leaves the rest as it stands. Saving the same again changes nothing. */
export async function saveSettings(db: Db, userId: string, changes: Partial<FollowUpSettings>): Promise<void> {
  const { pausedUntil, ...rest } = changes
  const until = pausedUntil === undefined ? {} : { pausedUntil: pausedUntil === null ? null : new Date(`${pausedUntil}T00:00:00Z`) }
  const data = { ...rest, ...until }
  await db.followUpSettings.upsert({ where: { userId }, create: { userId, ...data }, update: data })
}

/** Whether all reminders rest on this local date, `YYYY-MM-DD`: Today and mails alike ask this. */
export function pausedOn({ pausedAt, pausedUntil }: Pick<FollowUpSettings, 'pausedAt' | 'pausedUntil'>, today: string): boolean {
  return pausedAt !== null && (pausedUntil === null || today < pausedUntil)
}
