/** How long to wait before a stream that the server refused is opened again, in milliseconds. */
const RETRY_MS = 15_000

/**
 * Listens to the door's count, which changes with every arrival at any door of this event.
 * @returns how to stop.
 */
export function listenForArrivals(eventId: string, heard: () => void): () => void {
  const address = `/api/trpc/event.doorUpdates?input=${encodeURIComponent(JSON.stringify({ eventId }))}`
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: unknown
  const open = () => {
    source = new EventSource(address)
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const arrivals = countIn(data)
      if (arrivals === last) return
      last = arrivals
      heard()
    }
    source.onerror = () => {
      // A lost connection is opened again by the browser; a refused one is left to us.
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, RETRY_MS)
    }
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}

function countIn(data: string): unknown {
  const value: unknown = JSON.parse(data)
  return typeof value === 'object' && value !== null && 'arrivals' in value ? value.arrivals : undefined
}
