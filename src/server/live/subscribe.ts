import { EventEmitter, on } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { logger } from '@/server/lib/logger'
import { LIVE_CHANNEL, parseLiveMessage, type LiveMessage } from './messages'

/** One connection a process listens for all its open pages. */
export interface LiveHub {
  /** Messages about an event until the signal or the hub's end. After a lost connection one 'arrivals' follows. */
  subscribe(eventId: string, signal: AbortSignal): AsyncIterable<LiveMessage>
  /** Resolves once the hub listens. */
  ready(): Promise<void>
  /** Ends every subscription, so that open pages do not hold up the process's end, and the connection. */
  close(): Promise<void>
}

const RECONNECT_MS = 1_000

/** A hub on the database at this address; it connects again by itself, for as long as it is open. */
export function createLiveHub(databaseUrl: string): LiveHub {
  const emitter = new EventEmitter()
  let client: pg.Client | undefined
  const closing = new AbortController()
  emitter.setMaxListeners(0)

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: databaseUrl })
    next.on('notification', ({ payload }) => {
      const message = parseLiveMessage(payload)
      if (message) emitter.emit(message.eventId, message)
    })
    next.on('error', (err) => {
      logger.warn({ err }, 'live updates lost their connection')
    })
    await next.connect()
    await next.query(`LISTEN ${LIVE_CHANNEL}`)
    // Only one that listened is followed by another: a failed attempt is repeated by the loop below.
    next.on('end', () => {
      if (!closing.signal.aborted) listening = reconnect()
    })
    client = next
  }

  async function reconnect(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await connect()
        // What was said meanwhile is lost: every open page looks anew.
        for (const eventId of emitter.eventNames()) {
          emitter.emit(eventId, { topic: 'arrivals', eventId: String(eventId) })
        }
        return
      } catch {
        await delay(RECONNECT_MS)
      }
    }
  }

  let listening = reconnect()
  return {
    ready: () => listening,
    async *subscribe(eventId, signal) {
      const ended = AbortSignal.any([signal, closing.signal])
      try {
        for await (const [message] of on(emitter, eventId, { signal: ended })) yield message as LiveMessage
      } catch (error) {
        if (!ended.aborted) throw error
      }
    },
    async close() {
      closing.abort()
      await client?.end()
    },
  }
}
