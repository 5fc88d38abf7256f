'use client'

import { useEffect, useState } from 'react'
import { deviceTime } from '@/app/_lib/device-clock'

/** How often the screen looks at the clock, in milliseconds. */
const TICK_MS = 250

/**
 * How long ago this was given, in milliseconds. Two clocks are asked and the later one believed: the
 * device's running clock may stand still while it sleeps, and its time of day may be set back.
 */
export function useElapsed(given: unknown): number {
  const [elapsed, setElapsed] = useState({ of: given, ms: 0 })
  useEffect(() => {
    const since = { day: deviceTime(), running: performance.now() }
    const look = () => {
      setElapsed({ of: given, ms: Math.max(deviceTime() - since.day, performance.now() - since.running) })
    }
    const timer = setInterval(look, TICK_MS)
    // Before anything else is drawn on a device that has slept.
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [given])
  return elapsed.of === given ? elapsed.ms : 0
}
