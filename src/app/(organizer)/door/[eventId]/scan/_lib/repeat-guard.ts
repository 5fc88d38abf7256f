/** A code that is still in view is not news until so much time has passed, in milliseconds. */
const STILL_THERE_MS = 4_000
/** As many codes are remembered; a queue of people holds up one after the other. */
const REMEMBERED = 20

/**
 * Tells a code that is held up again from one that is still held up: a code counts once while it stays in
 * view, and again when it was out of view for {@link STILL_THERE_MS}, or when it has been in view so long
 * that its owner waits for an answer.
 * @returns what to ask of every code a camera reads: whether it is to be looked at, at this moment in
 *   milliseconds of any clock.
 */
export function repeatGuard(): (text: string, now: number) => boolean {
  const countedAt = new Map<string, number>()
  return (text, now) => {
    const last = countedAt.get(text)
    if (last !== undefined && now - last < STILL_THERE_MS) return false
    // Set anew, so that the oldest comes first.
    countedAt.delete(text)
    countedAt.set(text, now)
    if (countedAt.size > REMEMBERED) {
      const [oldest] = countedAt.keys()
      if (oldest !== undefined) countedAt.delete(oldest)
    }
    return true
  }
}
