import type { LiveMessage } from './messages'
import type { LiveHub } from './subscribe'

interface Given {
  readonly live: LiveHub
  readonly eventId: string
  /** Ends it. */
  readonly signal: AbortSignal
  /** How long from now the clock alone makes it look again, in milliseconds; asked anew before each wait. */
  readonly clockMs: () => number
  /** The least time between two looks, in milliseconds; what is said meanwhile comes together. None: 0. */
  readonly restMs?: number
}

/**
 * When a page that shows an event has to look again: at once, and then whenever something is said about
 * the event or the clock makes it. Each wake-up hands over what was said since the last one, nothing where
 * the clock woke it. Listening begins before the first, so that nothing falls between looking and waiting.
 * It ends with the signal and with the hub; whoever leaves the loop stops listening.
 */
export async function* wakeUps({ live, eventId, signal, clockMs, restMs = 0 }: Given): AsyncGenerator<readonly LiveMessage[], void> {
  const left = new AbortController()
  const heard: LiveMessage[] = []
  let over = false
  let wake = (): void => undefined
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      timer.unref()
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const listen = async () => {
    try {
      for await (const message of live.subscribe(eventId, AbortSignal.any([signal, left.signal]))) {
        heard.push(message)
        wake()
      }
    } finally {
      over = true
      wake()
    }
  }
  const listening = listen()
  // Whoever leaves the loop hears no more of it; whoever stays hears of it below.
  listening.catch(() => undefined)
  const isOver = () => over || signal.aborted
  try {
    if (!isOver()) yield []
    let lookedAt = performance.now()
    while (!isOver()) {
      if (heard.length === 0) await sleep(clockMs())
      for (let rest = restMs; rest > 0 && heard.length > 0 && !isOver(); rest = lookedAt + restMs - performance.now()) {
        await sleep(lookedAt + restMs - performance.now())
      }
      if (isOver()) break
      lookedAt = performance.now()
      yield heard.splice(0)
    }
    await listening
  } finally {
    left.abort()
  }
}
