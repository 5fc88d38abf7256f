import { readScannedCode } from '@/domain/check-in/scanned-code'
import type { RosterPerson, ScanRefusal, ScanTarget } from '@/domain/check-in/scanner'
import { deviceTime } from '@/app/_lib/device-clock'
import type { Asked } from './ask-server'
import { findInRoster, shownPerson } from './find-in-roster'
import { newNonce } from './new-nonce'
import { countQueue, noteArrivals, shownAnswer, type Place } from './note-answers'
import type { QueuedScan, ShownAnswer } from './state'
import { sendScans, type TurnedAway, type UploadEnd } from './uploader'

/** Somebody waits in front of the host: after so long they are queued instead, in milliseconds. */
const PATIENCE_MS = 5_000

/** What the scanner says by itself, in the reader's language. */
export interface Sentences {
  /** For a code that needs no server to be refused. */
  readonly refusals: Readonly<Record<ScanRefusal, string>>
  /** For a scan of now by somebody who keeps this door no more. */
  readonly notHost: string
  /** The same for one that waited. */
  readonly undelivered: string
}

/** What the scanner is made of. */
export interface Parts extends Place {
  /** Nonces that are being sent one by one, which an upload leaves alone. */
  readonly underWay: Set<string>
  readonly connection: {
    /** The server has answered. */
    met(): void
    /** It was asked, and this is what came. */
    lost(how: Exclude<UploadEnd, 'EMPTY' | 'PARTLY' | 'BUSY'> | TurnedAway): void
    /** Something waits: try at once. */
    nudge(): void
  }
  readonly sentences: Sentences
}

/** Takes what a camera, a hand or a search gives, and says what became of it. */
export interface Scanner {
  /** @param letIn the host was asked and lets them in */
  scan(target: ScanTarget, letIn?: boolean): Promise<ShownAnswer>
  /** Takes back what still waits on this device: it is never sent. */
  drop(nonce: string): Promise<void>
}

export function makeScanner(parts: Parts): Scanner {
  const { state, device } = parts
  const show = (answer: ShownAnswer): ShownAnswer => {
    state.change({ answer })
    return answer
  }
  const scanNow = async (target: ScanTarget, letIn: boolean) => {
    const nonce = newNonce()
    const foreign = target.kind === 'CODE' ? refusedHere(target.text) : null
    if (foreign) {
      const none: ScanTarget = { kind: 'CODE', text: '' }
      return show({ kind: 'REFUSED', nonce, target: none, reason: foreign, message: parts.sentences.refusals[foreign] })
    }
    show({ kind: 'WAITING', nonce, target })
    const known = await findInRoster(state.get().roster, target)
    const scan: QueuedScan = {
      nonce,
      eventId: parts.eventId,
      target,
      letIn,
      scannedAt: deviceTime(),
      label: known?.name ?? (target.kind === 'WALK_IN' ? target.name : ''),
      knownIn: known?.inSince !== null && known?.inSince !== undefined,
    }
    return show(await answerTo(scan, known, parts))
  }
  /** One after the other, as people stand in a line: no answer is overtaken by the next one's. */
  let line: Promise<unknown> = Promise.resolve()
  return {
    scan(target, letIn = false) {
      const answer = line.then(() => scanNow(target, letIn))
      line = answer.catch(() => undefined)
      return answer
    },
    async drop(nonce) {
      await device?.removeScan(nonce)
      await countQueue(parts)
      const { answer } = state.get()
      if (answer) show({ kind: 'DROPPED', nonce, target: answer.target })
    },
  }
}

/** What a code is, when no server is needed to see that it lets nobody in. */
function refusedHere(text: string): ScanRefusal | null {
  const code = readScannedCode(text)
  if (code.kind === 'OUR_PAGE') return 'OUR_PAGE'
  return code.kind === 'FOREIGN' ? code.what : null
}

/** Kept first, sent then: what has been shown is never lost. */
async function answerTo(scan: QueuedScan, known: RosterPerson | null, parts: Parts): Promise<ShownAnswer> {
  const { state, device, connection, underWay } = parts
  const { network, standing } = state.get()
  // Who was turned away asks again: an organizer may have let them back in.
  const tryNow = network === 'ONLINE' && standing !== 'SIGNED_OUT'
  if (!tryNow) {
    const answer = await answerHere(scan, known, parts)
    connection.nudge()
    return answer
  }
  underWay.add(scan.nonce)
  try {
    await device?.addScan(scan)
    const asked = await sendScans([scan], scan.eventId, PATIENCE_MS)
    if (asked.kind === 'ANSWER') connection.met()
    const [answer] = asked.kind === 'ANSWER' ? asked.value : []
    if (answer) {
      await device?.removeScan(scan.nonce)
      noteArrivals([[scan, answer]], parts)
      return shownAnswer(answer, scan)
    }
    return await unanswered(asked, scan, known, parts)
  } finally {
    underWay.delete(scan.nonce)
  }
}

async function unanswered(
  asked: Asked<unknown>,
  scan: QueuedScan,
  known: RosterPerson | null,
  parts: Parts,
): Promise<ShownAnswer> {
  const { connection, device, sentences } = parts
  const away = asked.kind === 'NO_HOST' || asked.kind === 'OVER'
  if (away || asked.kind === 'REFUSED') {
    await device?.removeScan(scan.nonce)
    if (away) connection.lost(asked.kind)
    const message = away ? sentences.notHost : asked.message
    return { kind: 'REFUSED', nonce: scan.nonce, target: scan.target, reason: 'TEXT', message }
  }
  const answer = await answerHere(scan, known, parts)
  connection.lost(asked.kind === 'ANSWER' ? 'LATER' : asked.kind)
  return answer
}

/** What this device can say by itself. The scan waits on it, unless the host has to be asked first. */
async function answerHere(scan: QueuedScan, known: RosterPerson | null, parts: Parts): Promise<ShownAnswer> {
  const { device, state } = parts
  const { nonce, target } = scan
  const person = known && shownPerson(known)
  if (!device) return { kind: 'LOST', nonce, target }
  const waiting = (await device.scans()).filter((other) => other.nonce !== nonce)
  const same = waiting.find((other) => sameTarget(other, scan))
  if (same && !scan.letIn) {
    await device.removeScan(nonce)
    return { kind: 'QUEUED', nonce: same.nonce, target, person, since: new Date(same.scannedAt).toISOString() }
  }
  const { roster } = state.get()
  if (person && known.inSince === null && roster?.rsvpRequired && known.rsvp !== 'GOING' && !scan.letIn) {
    await device.removeScan(nonce)
    await countQueue(parts)
    return { kind: 'ASK', nonce, target, reason: known.rsvp === 'WAITLISTED' ? 'WAITLISTED' : 'NO_RSVP', person }
  }
  await device.addScan(scan)
  await countQueue(parts)
  if (person && known.inSince !== null) return { kind: 'ALREADY', nonce, target, person, since: known.inSince }
  return { kind: 'QUEUED', nonce, target, person, since: null }
}

function sameTarget(one: QueuedScan, other: QueuedScan): boolean {
  // Two people who are written down may have the same name.
  return one.eventId === other.eventId && one.target.kind !== 'WALK_IN' && JSON.stringify(one.target) === JSON.stringify(other.target)
}
