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

/** A door code that this installation made: which event, and whether its time is now. */
export interface ReadDoorCode {
  readonly eventId: string
  readonly current: boolean
}

/** Reads a door code; null for anything that this installation did not sign. */
export function readDoorCode(secret: string, code: string, now: Date): ReadDoorCode | null {
  const [body = '', stepText = '', given = '', ...rest] = code.split('-')
  const eventId = PREFIX + body
  const step = Number.parseInt(stepText, 36)
  if (rest.length > 0 || !idPattern('event').test(eventId) || step.toString(36) !== stepText) return null
  if (!sameText(given, signature(secret, eventId, step))) return null
  return { eventId, current: stepAccepted(step, now) }
}
