import type { Prisma } from '@/generated/prisma/client'

/** How long one refresh may take in all, waiting for another one included, in milliseconds. */
export const REFRESH_TIMEOUT_MS = 30_000

/**
 * Takes the lock under which an event's suggestions are written, one at a time among all instances, until
 * the transaction ends.
 * @returns false when it is taken and `wait` is not wanted.
 */
export async function lockSuggestions(
  tx: Prisma.TransactionClient,
  eventId: string,
  { wait }: { readonly wait: boolean },
): Promise<boolean> {
  const lock = `suggestions:${eventId}`
  if (wait) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`
    return true
  }
  const [taken] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${lock}, 0)) AS mine`
  return taken?.mine === true
}
