import { randomText } from '@/server/lib/tokens'

/** Characters of the code below a ticket, for where no camera reads it: 29^8, about 39 bits. */
const LENGTH = 8

/**
 * A code that no other ticket of the event has. Asked for under the event's lock, it stays free until it is
 * written.
 * @param isTaken whether another ticket has this code
 */
export async function freeCode(
  isTaken: (code: string) => Promise<boolean>,
  next: () => string = () => randomText(LENGTH),
): Promise<string> {
  const code = next()
  return (await isTaken(code)) ? freeCode(isTaken, next) : code
}
