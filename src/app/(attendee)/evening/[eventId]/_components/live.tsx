'use client'

import type { inferRouterOutputs } from '@trpc/server'
import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useRef, useState } from 'react'
import type { AppRouter } from '@/server/api/root'

type Update = inferRouterOutputs<AppRouter>['room']['updates'] extends AsyncIterable<infer Each> ? Each : never

/** Longer than the pause between two words of the server: the connection is dead then, in milliseconds. */
const SILENCE_MS = 40_000
const RETRY_MS = 5_000

/**
 * Listens to the evening and has the page read anew when it shows something that has changed. Says how
 * many are there, and when the connection is gone; it never asks by itself while it is.
 */
export function Live({
  eventId,
  version,
  present,
  offline,
}: {
  readonly eventId: string
  /** Of what the page shows. */
  readonly version: string
  /** How many are there, as a sentence; without it only the lost connection is spoken of. */
  readonly present?: string
  /** What to say when the connection is gone. */
  readonly offline: string
}) {
  const router = useRouter()
  const shown = useRef(version)
  const [sentence, setSentence] = useState(present)
  const [gone, setGone] = useState(false)

  useEffect(() => {
    shown.current = version
  }, [version])

  useEffect(() => {
    const address = `/api/trpc/room.updates?input=${encodeURIComponent(JSON.stringify({ eventId }))}`
    let source: EventSource
    let timer: number
    const readAnew = () => {
      // Without a network the framework would leave the page, and what is typed on it, for the browser's error.
      if (!navigator.onLine) return
      startTransition(() => {
        router.refresh()
      })
    }
    const again = (delay: number) => {
      clearTimeout(timer)
      timer = window.setTimeout(() => {
        source.close()
        open()
      }, delay)
    }
    const alive = () => {
      setGone(false)
      again(SILENCE_MS)
    }
    const lost = () => {
      setGone(true)
      again(RETRY_MS)
    }
    // The server has ended it: the page may have no right to it any more, and reading it anew tells.
    const ended = () => {
      source.close()
      lost()
      readAnew()
    }
    const open = () => {
      source = new EventSource(address)
      source.onmessage = ({ data }: MessageEvent<string>) => {
        alive()
        // Our own server wrote it, as the type says.
        const update = JSON.parse(data) as Update
        setSentence(update.present)
        if (update.version === shown.current) return
        shown.current = update.version
        readAnew()
      }
      source.onerror = lost
      source.addEventListener('ping', alive)
      source.addEventListener('return', ended)
      source.addEventListener('serialized-error', ended)
    }
    // A phone that was in a pocket, or has its network back, looks at once.
    const woken = () => {
      if (document.visibilityState === 'visible' && source.readyState !== EventSource.OPEN) again(0)
    }
    open()
    again(SILENCE_MS)
    document.addEventListener('visibilitychange', woken)
    window.addEventListener('online', woken)
    window.addEventListener('offline', lost)
    return () => {
      clearTimeout(timer)
      source.close()
      document.removeEventListener('visibilitychange', woken)
      window.removeEventListener('online', woken)
      window.removeEventListener('offline', lost)
    }
  }, [eventId, router])

  return (
    <>
      {present !== undefined && <p>{sentence}</p>}
      <p role="status" className={gone ? 'font-medium text-warn' : 'sr-only'}>
        {gone ? offline : ''}
      </p>
    </>
  )
}
