import type { Random } from '../random'
import { passOf, type Attendee } from './arrive'
import type { Faults } from './faults'
import { inParallel } from './in-parallel'
import type { Evening } from './organizer'
import type { Room } from './room'

const AT_A_TIME = 8
/** Share of the meetings where one says so and the other confirms, instead of scanning a pass. */
const BY_CONFIRMATION = 0.25

/** Two people who meet, and how. */
interface Encounter {
  readonly one: Attendee
  readonly other: Attendee
  readonly personId: string
  readonly scanned: boolean
}

/** Everybody meets one to three of those whom they are shown; a pair meets once. */
function planEncounters(rooms: ReadonlyMap<Attendee, Room>, random: Random): Encounter[] {
  const byName = new Map([...rooms.keys()].map((attendee) => [attendee.guest.name, attendee]))
  const planned = new Set<string>()
  return [...rooms].flatMap(([one, { suggestions }]) =>
    random
      .shuffle(suggestions)
      .slice(0, random.between(1, 3))
      .flatMap(({ name, personId }) => {
        const other = byName.get(name)
        const pair = [one.guest.name, name].sort().join('>')
        if (!other || planned.has(pair)) return []
        planned.add(pair)
        return [{ one, other, personId, scanned: random.next() >= BY_CONFIRMATION }]
      }),
  )
}

/** The words that a guest notes about somebody, which nobody else may ever read. */
export function noteOf(owner: Attendee, name: string): string {
  return `${owner.guest.email} talked with ${name}`
}

/**
 * Lets people meet and write their notes.
 * @returns how many pairs met.
 */
export async function meet(
  evening: Evening,
  rooms: ReadonlyMap<Attendee, Room>,
  random: Random,
  faults: Faults,
  begin: (encounters: number) => () => void,
): Promise<number> {
  const encounters = planEncounters(rooms, random)
  const step = begin(encounters.length)
  await inParallel(encounters, AT_A_TIME, async (encounter) => {
    const { one, other } = encounter
    await faults.during(`${one.guest.email} meets ${other.guest.email}`, async () => {
      const meetingId = await (encounter.scanned ? scan(evening, encounter) : sayAndConfirm(evening, encounter))
      await one.phone.api.meeting.saveNote.mutate({ meetingId, note: noteOf(one, other.guest.name) })
    })
    step()
  })
  return encounters.length
}

/** The camera opens the other's pass; the page asks, and a tap says yes. */
async function scan(evening: Evening, { one, other }: Encounter): Promise<string> {
  const page = await one.phone.get(await passOf(evening, other.phone))
  const form = one.phone.formsOf(page).find(({ names }) => names.has('pass'))
  if (!form) throw new Error(`a scanned pass shows no question (status ${String(page.status)})`)
  const answer = await one.phone.submit(form, {})
  const meetingId = new URL(answer.headers.location ?? '#', evening.owner.origin).hash.slice(1)
  if (answer.status !== 303 || meetingId === '') throw new Error(`'yes, we met': status ${String(answer.status)}`)
  return meetingId
}

/** One says that they met; the other finds the question on their page and confirms. */
async function sayAndConfirm({ eventId }: Evening, { one, other, personId }: Encounter): Promise<string> {
  const { meetingId } = await one.phone.api.meeting.propose.mutate({ eventId, personId })
  const { proposals } = await other.phone.api.room.mine.query({ eventId })
  if (!proposals.some((proposal) => proposal.meetingId === meetingId)) throw new Error('the other is not asked')
  await other.phone.api.meeting.confirm.mutate({ eventId, meetingId })
  return meetingId
}
