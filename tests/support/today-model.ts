import { Temporal } from 'temporal-polyfill'

/** What the laws of Today are checked against: a second opinion, by Temporal, with everything in memory. */
export interface ModelPrompt {
  readonly id: string
  /** One of an evening is settled by being in touch. */
  readonly ofEvening: boolean
  readonly createdAt: Date
  dueOn: string
  before: string | null
  putOffAt: Date | null
  state: 'open' | 'not-needed'
  /** The interaction by which it is done. */
  settledBy: string | null
}

export interface ModelContact {
  readonly id: string
  readonly createdAt: Date
  cadence: keyof typeof PERIODS
  interactions: { readonly id: string; readonly at: Date; readonly undoable: boolean }[]
  skippedAt: Date | null
  snoozed: { readonly until: string; readonly at: Date } | null
  readonly prompts: ModelPrompt[]
}

const PERIODS = {
  WEEKLY: 'P7D',
  FORTNIGHTLY: 'P14D',
  MONTHLY: 'P1M',
  QUARTERLY: 'P3M',
  HALF_YEARLY: 'P6M',
  YEARLY: 'P12M',
  NONE: null,
} as const

/** The local date of a moment. */
export function dateIn(zone: string, at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
}

const latest = (moments: readonly (Date | null)[]) => {
  const times = moments.flatMap((moment) => (moment ? [moment.getTime()] : []))
  return times.length === 0 ? null : new Date(Math.max(...times))
}

/** Since when the cadence asks for them; null: it does not. */
function cadenceDue({ cadence, interactions, skippedAt, snoozed, createdAt }: ModelContact, zone: string): string | null {
  const period = PERIODS[cadence]
  if (period === null) return null
  const lastAt = latest(interactions.map(({ at }) => at))
  const base = latest([lastAt, skippedAt, lastAt ? null : createdAt]) ?? createdAt
  const dueOn = Temporal.PlainDate.from(dateIn(zone, base)).add(period).toString()
  const holds = snoozed !== null && (lastAt === null || snoozed.at >= lastAt)
  return holds && snoozed.until > dueOn ? snoozed.until : dueOn
}

export const isOpen = (prompt: ModelPrompt) => prompt.state === 'open' && prompt.settledBy === null

/** Whether this contact has to stand on Today at this moment. */
export function mustStand(contact: ModelContact, zone: string, now: Date): boolean {
  const today = dateIn(zone, now)
  const dueOn = cadenceDue(contact, zone)
  return (dueOn !== null && dueOn <= today) || contact.prompts.some((prompt) => isOpen(prompt) && prompt.dueOn <= today)
}

/** Whether their cadence asks for them at this moment. */
export function roundIsOver(contact: ModelContact, zone: string, now: Date): boolean {
  const dueOn = cadenceDue(contact, zone)
  return dueOn !== null && dueOn <= dateIn(zone, now)
}

/** Being in touch settles what evenings before left open; saying 'did it' also what one planned and is due. */
export function inTouch(contact: ModelContact, id: string, at: Date, dueBy: string | null): void {
  contact.interactions.push({ id, at, undoable: true })
  for (const prompt of contact.prompts) {
    const planned = dueBy !== null && prompt.dueOn <= dueBy
    if (isOpen(prompt) && (planned || (prompt.ofEvening && prompt.createdAt < at))) prompt.settledBy = id
  }
}

/** Taking an interaction back opens what it settled, unless another one settles it too. */
export function untouch(contact: ModelContact, id: string): void {
  contact.interactions = contact.interactions.filter((one) => one.id !== id)
  for (const prompt of contact.prompts.filter(({ settledBy }) => settledBy === id)) {
    const other = prompt.ofEvening ? contact.interactions.find(({ at }) => at > prompt.createdAt) : undefined
    prompt.settledBy = other?.id ?? null
  }
}
