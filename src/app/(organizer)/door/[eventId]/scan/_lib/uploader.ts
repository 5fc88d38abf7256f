import { MOST_SCANS, type ScanAnswer } from '@/domain/check-in/scanner'
import { deviceTime } from '@/app/_lib/device-clock'
import { ask, scannerApi, within, type Asked } from './ask-server'
import type { DeviceStore } from './device-store'
import type { Conflict, QueuedScan } from './state'

/** An upload of fifty on a bad network may take so long, in milliseconds. */
const PATIENCE_MS = 20_000
/** Of all tabs of this browser one uploads at a time. */
const LOCK = 'serendip-scanner-upload'

/**
 * Sends scans of one event, and how long ago each was made. Not when: a device's clock may be an hour off, and
 * is used for that difference alone. It goes on while the device sleeps and across a reload, which
 * `performance.now()` does not; if it is set in between, the server cuts the time off at the evening's hours.
 */
export function sendScans(scans: readonly QueuedScan[], eventId: string, patienceMs: number): Promise<Asked<ScanAnswer[]>> {
  const now = deviceTime()
  return ask(
    scannerApi.checkIn.mutate(
      {
        eventId,
        scans: scans.map(({ nonce, target, letIn, scannedAt }) => ({ nonce, target, letIn, agoMs: Math.max(0, now - scannedAt) })),
      },
      within(patienceMs),
    ),
  )
}

/** What is left to look at of an answer that came late; null when there is nothing. */
export function conflictOf(scan: QueuedScan, answer: ScanAnswer): Conflict | null {
  if (answer.outcome === 'IN' || (answer.outcome === 'ALREADY' && scan.knownIn)) return null
  return { scan, answer }
}

/**
 * How an upload ended: EMPTY when nothing is left to send, PARTLY when what is left is for other events, BUSY
 * when another tab is at it; else what came of asking about this page's event.
 */
export type UploadEnd = 'EMPTY' | 'PARTLY' | 'BUSY' | 'UNREACHABLE' | 'SIGNED_OUT' | 'LATER'
/** The server has heard the host, and does not let them do this at that event, or not any more. */
export type TurnedAway = 'NO_HOST' | 'OVER'

type Answered = readonly (readonly [QueuedScan, ScanAnswer])[]

interface Uploads {
  readonly store: DeviceStore
  /** The event of this page: its scans go first, and whether somebody is a host is judged by it alone. */
  readonly eventId: string
  /** Scans that are being sent by themselves at this moment. */
  readonly underWay: ReadonlySet<string>
  /** The sentence for a scan of an event that its host may no longer send to. */
  readonly undelivered: string
  /** Told after each part, when it is settled on the device. */
  readonly heard: (answered: Answered) => Promise<void>
  /** Told when this page's event turns the host away. */
  readonly turnedAway: (how: TurnedAway) => void
}

/**
 * Sends all that waits on this device, in parts of one event each: this page's first, then the oldest. A part
 * leaves the device only after the server has answered it; if the browser dies in between, the same nonces are
 * sent again and count once. An event that turns the host away has its scans listed to look at; one at which
 * the server fails is left for later. Neither holds up the others.
 */
export async function upload(uploads: Uploads): Promise<UploadEnd> {
  // Missing where the address is not https; there a second tab sends the same nonces, which does no harm.
  if (!('locks' in navigator)) return sendAll(uploads)
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? sendAll(uploads) : 'BUSY'))
}

async function sendAll(uploads: Uploads): Promise<UploadEnd> {
  const { store, eventId: own, underWay } = uploads
  const left = new Set<string>()
  for (;;) {
    const waiting = (await store.scans()).filter(({ nonce, eventId }) => !underWay.has(nonce) && !left.has(eventId))
    const next = waiting.find((scan) => scan.eventId === own) ?? waiting[0]
    if (!next) return left.size > 0 ? 'PARTLY' : 'EMPTY'
    const { eventId } = next
    const end = await sendFor(waiting.filter((scan) => scan.eventId === eventId), eventId, uploads)
    if (end === 'SENT') continue
    // There is one session for all events.
    if (eventId === own || end === 'SIGNED_OUT') return end
    left.add(eventId)
  }
}

/** One part of what waits for an event. */
async function sendFor(scans: readonly QueuedScan[], eventId: string, uploads: Uploads) {
  const part = scans.slice(0, MOST_SCANS)
  const asked = await sendPart(part, eventId)
  if (asked.kind === 'NO_HOST' || asked.kind === 'OVER') {
    const { undelivered: message } = uploads
    await uploads.store.settle(
      scans.map(({ nonce }) => nonce),
      scans.map((scan) => ({ scan, answer: { nonce: scan.nonce, outcome: 'REFUSED', reason: 'TEXT', message } })),
    )
    if (eventId === uploads.eventId) uploads.turnedAway(asked.kind)
    return 'SENT'
  }
  if (asked.kind !== 'ANSWER') return asked.kind === 'REFUSED' ? 'LATER' : asked.kind
  const answered = part.flatMap((scan) => {
    const answer = asked.value.find(({ nonce }) => nonce === scan.nonce)
    return answer ? [[scan, answer] as const] : []
  })
  // A server that answers something else than it was asked would be asked for ever.
  if (answered.length === 0) return 'LATER'
  await uploads.store.settle(
    answered.map(([{ nonce }]) => nonce),
    answered.flatMap(([scan, answer]) => conflictOf(scan, answer) ?? []),
  )
  await uploads.heard(answered)
  return 'SENT'
}

/** A part that is refused as a whole is sent one by one, so that one bad scan does not hold up the others. */
async function sendPart(part: readonly QueuedScan[], eventId: string): Promise<Asked<ScanAnswer[]>> {
  const asked = await sendScans(part, eventId, PATIENCE_MS)
  if (asked.kind !== 'REFUSED') return asked
  const answers: ScanAnswer[] = []
  for (const scan of part) {
    const alone = part.length === 1 ? asked : await sendScans([scan], eventId, PATIENCE_MS)
    if (alone.kind === 'ANSWER') answers.push(...alone.value)
    else if (alone.kind === 'REFUSED') {
      answers.push({ nonce: scan.nonce, outcome: 'REFUSED', reason: 'TEXT', message: alone.message })
    } else return answers.length > 0 ? { kind: 'ANSWER', value: answers } : alone
  }
  return { kind: 'ANSWER', value: answers }
}
