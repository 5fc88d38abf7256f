import { Temporal } from 'temporal-polyfill'
import { hash32 } from '../hash'
import type { FourPlace } from './today'

/** Somebody who may be chosen, as things stood when the week began. */
export interface Candidate {
  readonly contactId: string
  /** Local date of the last interaction or skip, `YYYY-MM-DD`; of the entry itself where there is neither. */
  readonly lastOn: string
  /** How often they were in touch. */
  readonly interactions: number
}

export interface Chosen {
  readonly contactId: string
  readonly place: FourPlace
}

/** How many are chosen. */
export const FOUR = 4
/** Somebody with no more interactions than this is hardly known yet. */
const LESSER_KNOWN_UP_TO = 1
/** Who was in touch within so many days is no silence, and waits for nobody's letter. */
const LEAST_SILENCE_DAYS = 21
/** The easy one was in touch within so many days. */
const WARM_UP_DAYS = 182

/** The Monday of a local date's ISO week, `YYYY-MM-DD`: the four change with it. */
export function weekOf(date: string): string {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}

/**
 * The four people of one's own whom to write to this week.
 *
 * The longest silences come first: ties that lay dormant give more, and more that is new, than their owners
 * expect (Levin, Walter and Murnighan, Organization Science 22, 2011). One of them is hardly known yet, since
 * weak ties lead further than strong ones (Rajkumar and others, Science 377, 2022). An easy one, in touch
 * not long ago, stands first as a warm-up: people who began with messages to current friends wrote to an old
 * one half again as often (Aknin and Sandstrom, Communications Psychology 2:34, 2024).
 *
 * Nobody who was in touch in the last three weeks is among them: rather fewer than four.
 *
 * It follows from the candidates and the week alone, so that it is the same at every look. While the same people
 * are silent, nobody comes two weeks running as long as somebody else waits: they belong to even or odd weeks by
 * a hash of their id, evened out where one half has fewer than four, and who belongs to the other week comes
 * only once everybody of this one is chosen, the longest silence first.
 *
 * @param candidates everybody who was there when the week began
 * @param newcomers ids of who came since, the first first: they only fill empty places, so that nobody who
 *   is added takes another's
 * @param week the Monday, `YYYY-MM-DD`
 * @returns at most four, the warm-up first where there is one, then by silence
 */
export function fourFromTheBottom(candidates: readonly Candidate[], newcomers: readonly string[], week: string): readonly Chosen[] {
  const latest = daysBefore(week, LEAST_SILENCE_DAYS)
  const silent = candidates.filter(({ lastOn, interactions }) => interactions === 0 || lastOn <= latest)
  const chosen = chooseFour(silent, week)
  const added = newcomers.slice(0, FOUR - chosen.length).map((contactId): Chosen => ({ contactId, place: 'lesserKnown' }))
  return [...chosen, ...added]
}

function chooseFour(candidates: readonly Candidate[], week: string): readonly Chosen[] {
  const { own, others } = halves(candidates, week)
  const bySilence = (a: Candidate, b: Candidate) => compare(a.lastOn, b.lastOn) || tieOf(a, week) - tieOf(b, week)
  const pool = [...own].sort(bySilence)
  if (pool.length < FOUR) pool.push(...[...others].sort(bySilence).slice(0, FOUR - pool.length))
  return choose(pool.sort(bySilence), week)
}

function choose(pool: readonly Candidate[], week: string): readonly Chosen[] {
  const warmUp = easiest(pool, week)
  const rest = pool.filter((one) => one !== warmUp)
  const bottom = rest.slice(0, warmUp ? FOUR - 1 : FOUR)
  const stranger = bottom.find(isLesserKnown) ?? rest.find(isLesserKnown)
  if (stranger && !bottom.includes(stranger)) bottom[bottom.length - 1] = stranger
  const placed = bottom.map(({ contactId, interactions }): Chosen => {
    // Where nothing was ever said, no silence began.
    const isHardlyKnown = interactions === 0 || contactId === stranger?.contactId
    return { contactId, place: isHardlyKnown ? 'lesserKnown' : 'silent' }
  })
  return warmUp ? [{ contactId: warmUp.contactId, place: 'warmUp' }, ...placed] : placed
}

const isLesserKnown = ({ interactions }: Candidate) => interactions <= LESSER_KNOWN_UP_TO

/** The shortest silence of somebody known, unless even that is a long one. */
function easiest(pool: readonly Candidate[], week: string): Candidate | undefined {
  const since = daysBefore(week, WARM_UP_DAYS)
  return [...pool].reverse().find((one) => !isLesserKnown(one) && one.lastOn >= since)
}

const daysBefore = (week: string, days: number) => Temporal.PlainDate.from(week).subtract({ days }).toString()

/** Those whose week it is, and the others. */
function halves(candidates: readonly Candidate[], week: string) {
  const sides: [Candidate[], Candidate[]] = [[], []]
  for (const one of candidates) sides[sideOf(hash32(one.contactId))].push(one)
  const [even, odd] = sides
  const enough = Math.min(FOUR, Math.floor(candidates.length / 2))
  fillUp(even, odd, enough)
  fillUp(odd, even, enough)
  return weekNumber(week) % 2 === 0 ? { own: even, others: odd } : { own: odd, others: even }
}

/** Moves people over until there are enough: always the same ones, whatever happened to them. */
function fillUp(side: Candidate[], from: Candidate[], enough: number): void {
  if (side.length >= enough) return
  from.sort((a, b) => hash32(a.contactId) - hash32(b.contactId) || compare(a.contactId, b.contactId))
  side.push(...from.splice(side.length - enough))
}

const sideOf = (hash: number): 0 | 1 => (hash % 2 === 0 ? 0 : 1)

/** Weeks since the Monday of 5 January 1970: it goes on where a year ends. */
function weekNumber(week: string): number {
  return Temporal.PlainDate.from('1970-01-05').until(Temporal.PlainDate.from(week), { largestUnit: 'days' }).days / 7
}

/** Among equal silences, as of people from one import, every week another one. */
const tieOf = ({ contactId }: Candidate, week: string) => hash32(`${week} ${contactId}`)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
