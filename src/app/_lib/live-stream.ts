/** Longer than the pause between two words of the server: the connection is dead then, in milliseconds. */
const SILENCE_MS = 40_000
/** How long to wait before asking again, in milliseconds. */
const RETRY_MS = 4_000

interface Listener {
  /** A message of the subscription, which our own server wrote. */
  readonly hear: (data: unknown) => void
  /** The connection is gone; what is shown may be out of date until something is heard. */
  readonly lose: () => void
  /** The connection stands: told at each sign of life. */
  readonly find: () => void
  /** A server that is well refuses it: the page may have no right to it any more. */
  readonly refuse: () => void
}

/** Whether the server answers and is well: what stands in front of it may refuse in its place. */
async function isWell(): Promise<boolean> {
  try {
    return (await fetch('/api/health', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}

/**
 * Listens to a subscription about an event for as long as the page stands there: opens the stream again when
 * it breaks, is refused or falls silent, and at once when the device wakes up or has its network back.
 * @param path of the subscription, for example `event.doorUpdates`.
 * @returns how to stop.
 */
export function listenTo(path: string, eventId: string, { hear, lose, find, refuse }: Listener): () => void {
  const address = `/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify({ eventId }))}`
  let source: EventSource
  let timer: number
  let stopped = false
  const again = (delayMs: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      source.close()
      open()
    }, delayMs)
  }
  const alive = () => {
    find()
    again(SILENCE_MS)
  }
  const lost = () => {
    lose()
    again(RETRY_MS)
  }
  // The server has ended it, or the device has no network, which a browser may not notice for minutes.
  const ended = () => {
    source.close()
    lost()
  }
  const sayRefused = async () => {
    if ((await isWell()) && !stopped) refuse()
  }
  const failed = () => {
    lost()
    // A browser tries a lost connection again and gives a refused one up.
    if (source.readyState === EventSource.CLOSED) void sayRefused()
  }
  const open = () => {
    source = new EventSource(address)
    source.onmessage = ({ data }: MessageEvent<string>) => {
      alive()
      hear(JSON.parse(data))
    }
    source.onerror = failed
    source.addEventListener('ping', alive)
    source.addEventListener('return', ended)
    source.addEventListener('serialized-error', ended)
    // A server that takes the question and says nothing is none.
    again(SILENCE_MS)
  }
  const woken = () => {
    if (document.visibilityState === 'visible' && source.readyState !== EventSource.OPEN) again(0)
  }
  open()
  document.addEventListener('visibilitychange', woken)
  window.addEventListener('online', woken)
  window.addEventListener('offline', ended)
  return () => {
    stopped = true
    clearTimeout(timer)
    source.close()
    document.removeEventListener('visibilitychange', woken)
    window.removeEventListener('online', woken)
    window.removeEventListener('offline', ended)
  }
}
