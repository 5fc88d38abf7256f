import { z } from 'zod'

/**
 * What an instance tells all instances about an event: that the count changed, whose page did, or something that only
 * its hosts see. Of an import, whose id stands in the place of the event's: that it got further.
 */
const liveMessage = z.discriminatedUnion('topic', [
  z.object({ topic: z.literal('arrivals'), eventId: z.string() }),
  z.object({ topic: z.literal('hosts'), eventId: z.string() }),
  z.object({ topic: z.literal('import'), eventId: z.string() }),
  z.object({ topic: z.literal('people'), eventId: z.string(), userIds: z.array(z.string()) }),
])

export type LiveMessage = z.infer<typeof liveMessage>

/** The PostgreSQL channel that carries them. */
export const LIVE_CHANNEL = 'serendip_live'

/** Ids a message may name: PostgreSQL refuses payloads of 8,000 bytes and more. */
export const LIVE_MAX_USERS = 300

/** Reads a payload; null for one that is not ours, as another version of the software may send. */
export function parseLiveMessage(payload: string | undefined): LiveMessage | null {
  try {
    const result = liveMessage.safeParse(JSON.parse(payload ?? ''))
    return result.success ? result.data : null
  } catch {
    return null
  }
}
