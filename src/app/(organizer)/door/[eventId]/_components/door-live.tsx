'use client'

import { useEffect, useState } from 'react'
import { QrCode } from '@/components/ui/qr-code'

/** The part of the door screen that changes, as the server sends it. */
export interface LiveDoor {
  readonly door: 'OPEN' | 'EARLY' | 'OVER' | 'CANCELLED'
  readonly code: { readonly qr: { readonly edge: number; readonly path: string } } | null
  readonly nextCodeInMs: number
  readonly arrivals: number
}

interface Words {
  readonly qr: string
  readonly scan: string
  readonly noApp: string
  readonly here: string
  readonly came: string
  readonly reconnecting: string
  readonly EARLY: string
  readonly OVER: string
  readonly CANCELLED: string
}

/** After its time a code is shown this much longer, while the next one is on its way, in milliseconds. */
const GRACE_MS = 5_000
/** How long to wait before asking again after the server refused the stream, in milliseconds. */
const RETRY_MS = 3_000

/** Reads a message of the stream; null for one that is not the door's. */
function readDoor(data: unknown): LiveDoor | null {
  const value: unknown = typeof data === 'string' ? JSON.parse(data) : null
  // Our own server sends these; the check tells them from the stream's own messages.
  return typeof value === 'object' && value !== null && 'nextCodeInMs' in value ? (value as LiveDoor) : null
}

/** Opens the stream again and again for as long as the screen stands there. @returns how to end it. */
function listen(eventId: string, hear: (door: LiveDoor) => void, lose: () => void): () => void {
  const address = `/api/trpc/event.doorUpdates?input=${encodeURIComponent(JSON.stringify({ eventId }))}`
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource(address)
    source.onmessage = ({ data }) => {
      const door = readDoor(data)
      if (door) hear(door)
    }
    source.onerror = () => {
      lose()
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

/** Code and count, kept up to date by the server; a code whose time is over is never shown. */
export function DoorLive({
  eventId,
  first,
  words,
}: {
  readonly eventId: string
  readonly first: LiveDoor
  readonly words: Words
}) {
  const [now, setNow] = useState(first)
  const [lost, setLost] = useState(false)
  const [stale, setStale] = useState(false)

  useEffect(() => {
    const hear = (door: LiveDoor) => {
      setNow(door)
      setLost(false)
      setStale(false)
    }
    return listen(eventId, hear, () => {
      setLost(true)
    })
  }, [eventId])

  useEffect(() => {
    const timer = setTimeout(() => {
      setStale(true)
    }, now.nextCodeInMs + GRACE_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [now])

  const { door, code, arrivals } = now
  return (
    <>
      <div className="door-code grid place-items-center bg-white">
        {code && !stale ? (
          <QrCode drawing={code.qr} title={words.qr} className="h-full" />
        ) : (
          <p className="max-w-[18em] p-6 text-center font-display text-[1.6rem] leading-tight text-balance text-black">
            {door === 'OPEN' ? words.reconnecting : words[door]}
          </p>
        )}
      </div>
      <div className="grid content-start gap-3">
        {door === 'OPEN' && (
          <p className="text-[clamp(1.25rem,2.3vmin+0.4rem,2rem)] leading-snug">
            {words.scan} <span className="text-muted">{words.noApp}</span>
          </p>
        )}
        <p aria-live="off" className="flex items-baseline gap-3">
          <span className="font-display text-[clamp(3.5rem,13vmin,8rem)] leading-none tabular-nums">{arrivals}</span>
          <span className="text-[clamp(1.1rem,2.6vmin,1.75rem)]">{door === 'OVER' ? words.came : words.here}</span>
        </p>
        <p role="status" className="min-h-[1.5em] text-warn">
          {lost ? words.reconnecting : ''}
        </p>
      </div>
    </>
  )
}
