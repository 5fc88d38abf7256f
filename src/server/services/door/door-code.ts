import { doorStep, stepAccepted } from '@/domain/check-in/door-code'
import { ID_PREFIX, idPattern } from '@/domain/ids'
import { sameText, sign } from '@/server/lib/tokens'

const SIGNATURE_LENGTH = 12
const PREFIX = `${ID_PREFIX.event}_`

const signature = (secret: string, eventId: string, step: number) =>
  sign(secret, 'door-code', [eventId, String(step)], SIGNATURE_LENGTH)

/** The door code of an event at a moment: its id, the 30-second step and a signature of 58 bits. */
export function doorCode(secret: string, eventId: string, now: Date): string {
  const step = doorStep(now)
  return [eventId.slice(PREFIX.length), step.toString(36), signature(secret, eventId, step)].join('-')
}

/** Stands where a rotating code has its step; no number is written like this. */
const POSTER_MARK = 'POSTER'

const posterSignature = (secret: string, eventId: string, version: number) =>
  sign(secret, 'poster-code', [eventId, String(version)], SIGNATURE_LENGTH)

/** The code of an event's printed poster: its id, which poster it is, and a signature of 58 bits. It has no time. */
export function posterCode(secret: string, eventId: string, version: number): string {
  return [eventId.slice(PREFIX.length), POSTER_MARK, version.toString(36), posterSignature(secret, eventId, version)].join('-')
}

/** A door code that this installation made: whose, and whether its time is now or which poster it is of. */
export type ReadDoorCode =
  | { readonly kind: 'ROTATING'; readonly eventId: string; readonly current: boolean }
  | { readonly kind: 'POSTER'; readonly eventId: string; readonly version: number }

/** Reads a door code of either kind; null for anything that this installation did not sign. */
export function readDoorCode(secret: string, code: string, now: Date): ReadDoorCode | null {
  const [body = '', ...parts] = code.split('-')
  const eventId = PREFIX + body
  if (!idPattern('event').test(eventId)) return null
  return parts[0] === POSTER_MARK ? readPoster(secret, eventId, parts.slice(1)) : readRotating(secret, eventId, parts, now)
}

/** A number as it is written in a code; NaN for what is written in any other way. */
function numberIn(text: string): number {
  const number = Number.parseInt(text, 36)
  return number.toString(36) === text ? number : Number.NaN
}

function readRotating(secret: string, eventId: string, parts: readonly string[], now: Date): ReadDoorCode | null {
  const [stepText = '', given = '', ...rest] = parts
  const step = numberIn(stepText)
  if (rest.length > 0 || Number.isNaN(step) || !sameText(given, signature(secret, eventId, step))) return null
  return { kind: 'ROTATING', eventId, current: stepAccepted(step, now) }
}

function readPoster(secret: string, eventId: string, parts: readonly string[]): ReadDoorCode | null {
  const [versionText = '', given = '', ...rest] = parts
  const version = numberIn(versionText)
  if (rest.length > 0 || Number.isNaN(version) || !sameText(given, posterSignature(secret, eventId, version))) return null
  return { kind: 'POSTER', eventId, version }
}
