import { setTimeout as wait } from 'node:timers/promises'
import type { Phone } from '../http'
import type { Attendee } from './arrive'
import type { Faults } from './faults'
import { inParallel } from './in-parallel'
import type { Evening } from './organizer'

export type Room = Awaited<ReturnType<Phone['api']['room']['mine']['query']>>

/** What everybody is shown at one moment. */
export interface RoomFigures {
  readonly rooms: ReadonlyMap<Attendee, Room>
  readonly withoutSuggestion: number
  /** To how many people at once somebody is shown, at most. */
  readonly maxExposure: number
  /** Of all suggestions, the share whose other person is shown this one too, 0 to 1. */
  readonly mutualShare: number
  /** Suggestions a person, in the mean. */
  readonly each: number
  readonly meetings: number
}

const READERS = 8
const PAUSE_MS = 1_000
/** Readings of the whole room before giving up on it coming to rest. */
const MOST_READINGS = 60

async function readAll({ eventId }: Evening, attendees: readonly Attendee[], faults: Faults) {
  const rooms = new Map<Attendee, Room>()
  await inParallel(attendees, READERS, async (attendee) => {
    const room = await faults.during(`room of ${attendee.guest.email}`, () =>
      attendee.phone.api.room.mine.query({ eventId }),
    )
    if (room) rooms.set(attendee, room)
  })
  return rooms
}

/** Who is shown to whom, as `viewer>other`. Names are unique in this crowd. */
function shownPairs(rooms: ReadonlyMap<Attendee, Room>): ReadonlySet<string> {
  return new Set(
    [...rooms].flatMap(([{ guest }, { suggestions }]) => suggestions.map(({ name }) => `${guest.name}>${name}`)),
  )
}

function figuresOf(rooms: ReadonlyMap<Attendee, Room>): RoomFigures {
  const pairs = shownPairs(rooms)
  const exposure = new Map<string, number>()
  let mutual = 0
  for (const pair of pairs) {
    const [viewer = '', other = ''] = pair.split('>')
    exposure.set(other, (exposure.get(other) ?? 0) + 1)
    if (pairs.has(`${other}>${viewer}`)) mutual++
  }
  const all = [...rooms.values()]
  return {
    rooms,
    withoutSuggestion: all.filter(({ suggestions }) => suggestions.length === 0).length,
    maxExposure: Math.max(0, ...exposure.values()),
    mutualShare: pairs.size === 0 ? 0 : mutual / pairs.size,
    each: pairs.size / Math.max(1, all.length),
    meetings: new Set(all.flatMap(({ meetings }) => meetings.map(({ meetingId }) => meetingId))).size,
  }
}

/**
 * Reads everybody's page again and again, until nobody is without a suggestion and a whole reading says
 * the same as the one before: suggestions are computed beside the arrivals.
 * @param onReading told of how many have suggestions by now.
 */
export async function readRoom(
  evening: Evening,
  attendees: readonly Attendee[],
  faults: Faults,
  onReading: (served: number) => void,
): Promise<RoomFigures> {
  let before: ReadonlySet<string> | undefined
  for (let reading = 1; ; reading++) {
    const rooms = await readAll(evening, attendees, faults)
    const figures = figuresOf(rooms)
    onReading(rooms.size - figures.withoutSuggestion)
    const pairs = shownPairs(rooms)
    const still = before?.size === pairs.size && [...pairs].every((pair) => before?.has(pair))
    if ((still && figures.withoutSuggestion === 0) || reading === MOST_READINGS) return figures
    before = pairs
    await wait(PAUSE_MS)
  }
}
