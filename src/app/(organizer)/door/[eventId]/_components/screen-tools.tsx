'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'

/** Keeps the screen on while it is looked at. @returns whether the device does so; null until it has answered. */
function useWakeLock(): boolean | null {
  const [held, setHeld] = useState<boolean | null>(null)
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let left = false
    const hold = async () => {
      // A device takes the lock back whenever something else is shown; then it is asked for anew.
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return
      try {
        const next = await navigator.wakeLock.request('screen')
        if (left) return void next.release()
        lock = next
        setHeld(true)
      } catch {
        // Refused, as on a low battery, or not there at all, as on a page without https.
        setHeld(false)
      }
    }
    const look = () => void hold()
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      left = true
      document.removeEventListener('visibilitychange', look)
      void lock?.release()
    }
  }, [])
  return held
}

const watchFullScreen = (changed: () => void) => {
  document.addEventListener('fullscreenchange', changed)
  return () => {
    document.removeEventListener('fullscreenchange', changed)
  }
}

/** Full screen at a tap, and the screen kept on; where the device does not do that, a sentence says so. */
export function ScreenTools({
  words,
}: {
  readonly words: { readonly enter: string; readonly leave: string; readonly stayOn: string }
}) {
  const held = useWakeLock()
  const full = useSyncExternalStore(
    watchFullScreen,
    () => document.fullscreenElement !== null,
    () => false,
  )
  const possible = useSyncExternalStore(
    () => () => undefined,
    () => document.fullscreenEnabled,
    () => false,
  )
  const toggle = () => {
    // A browser may refuse; the page is the same without.
    const change = full ? document.exitFullscreen() : document.documentElement.requestFullscreen()
    change.catch(() => undefined)
  }
  return (
    <div className="grid justify-items-start gap-3">
      {possible && (
        <Button type="button" tone="quiet" onClick={toggle}>
          {full ? words.leave : words.enter}
        </Button>
      )}
      {held === false && <p className="text-muted">{words.stayOn}</p>}
    </div>
  )
}
