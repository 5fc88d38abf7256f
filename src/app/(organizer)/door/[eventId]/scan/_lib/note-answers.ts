import type { ScanAnswer } from '@/domain/check-in/scanner'
import type { DeviceStore } from './device-store'
import { withArrival } from './find-in-roster'
import type { QueuedScan, ScannerState, ShownAnswer } from './state'
import type { Store } from './store'
import { conflictOf } from './uploader'

/** As many of the latest arrivals are kept for taking one back. */
const ARRIVALS = 20

/** Where answers are written down: on the screen and on the device. */
export interface Place {
  readonly eventId: string
  readonly state: Store<ScannerState>
  /** Null where this device keeps nothing. */
  readonly device: DeviceStore | null
}

/** How many wait on this device, for the screen. */
export async function countQueue({ device, state }: Place): Promise<void> {
  if (!device) return
  const [scans, conflicts] = await Promise.all([device.scans(), device.conflicts()])
  state.change({ queued: scans.length, conflicts })
}

/** Brings list, latest arrivals and the answer on the screen up to what the server has said. */
export function noteArrivals(
  answered: readonly (readonly [QueuedScan, ScanAnswer])[],
  { state, eventId }: Place,
): void {
  let { roster, arrivals } = state.get()
  for (const [scan, answer] of answered) {
    if (scan.eventId !== eventId) continue
    if (answer.outcome === 'IN') {
      const { personId, name } = answer.person
      const others = arrivals.filter((arrival) => arrival.personId !== personId)
      arrivals = [{ personId, name, at: answer.at }, ...others].slice(0, ARRIVALS)
    }
    if (roster && (answer.outcome === 'IN' || answer.outcome === 'ALREADY')) {
      roster = withArrival(roster, answer.person.personId, answer.outcome === 'IN' ? answer.at : answer.since)
    }
  }
  // On the device it is renewed with the next list: thousands of names are not written for one arrival.
  state.change({ roster, arrivals })
}

/** The same for what was uploaded from the queue. */
export async function noteUpload(
  answered: readonly (readonly [QueuedScan, ScanAnswer])[],
  place: Place,
): Promise<void> {
  const { state } = place
  noteArrivals(answered, place)
  const late = answered.filter(([scan, answer]) => conflictOf(scan, answer) === null).length
  state.change({ arrivedLate: state.get().arrivedLate + late })
  const shown = state.get().answer
  const now = answered.find(([{ nonce }]) => nonce === shown?.nonce)
  if (now && shown?.kind === 'QUEUED') state.change({ answer: shownAnswer(now[1], now[0]) })
  await countQueue(place)
}

/** The server's answer as the screen shows it. */
export function shownAnswer(answer: ScanAnswer, { target }: QueuedScan): ShownAnswer {
  const { nonce } = answer
  switch (answer.outcome) {
    case 'IN':
      return { kind: 'IN', nonce, target, person: answer.person, at: answer.at, slipUrl: answer.slipUrl }
    case 'ALREADY':
      return { kind: 'ALREADY', nonce, target, person: answer.person, since: answer.since }
    case 'ASK':
      return { kind: 'ASK', nonce, target, reason: answer.reason, person: answer.person }
    case 'REFUSED':
      return { kind: 'REFUSED', nonce, target, reason: answer.reason, message: answer.message }
  }
}
