'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react'
import { listenTo } from './live-stream'

function versionOf(data: unknown): string | undefined {
  const version: unknown = typeof data === 'object' && data !== null && 'version' in data ? data.version : undefined
  return typeof version === 'string' ? version : undefined
}

/**
 * Listens to a subscription whose words carry a version, and has the page read anew when it is not the one
 * that the page shows, or when the server refuses to say more.
 * @param hear is told of each word.
 * @returns whether the connection is gone.
 */
export function useLookAnew(
  path: string,
  { eventId, version }: { readonly eventId: string; readonly version: string },
  hear?: (update: unknown) => void,
): boolean {
  const router = useRouter()
  const shown = useRef(version)
  const [gone, setGone] = useState(false)
  const heard = useEffectEvent((data: unknown) => {
    hear?.(data)
  })

  useEffect(() => {
    shown.current = version
  }, [version])

  useEffect(() => {
    const readAnew = () => {
      // Without a network the framework would leave the page, and what is typed on it, for the browser's error.
      if (!navigator.onLine) return
      startTransition(() => {
        router.refresh()
      })
    }
    return listenTo(path, eventId, {
      hear: (data) => {
        heard(data)
        const said = versionOf(data)
        if (said === undefined || said === shown.current) return
        shown.current = said
        readAnew()
      },
      lose: () => {
        setGone(true)
      },
      find: () => {
        setGone(false)
      },
      refuse: readAnew,
    })
  }, [path, eventId, router])

  return gone
}
