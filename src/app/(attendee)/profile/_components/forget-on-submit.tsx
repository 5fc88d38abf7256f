'use client'

import { useEffect, useState, type ReactNode } from 'react'
import { forgetKept } from '@/components/keep-this-page'
import { countQueuedScans } from '@/components/queued-scans'
import { deviceTime } from '@/app/_lib/device-clock'

/**
 * Around the form that signs out: what this device has kept of its owner goes too. Scans that wait here stay,
 * and whoever signs out is told so.
 */
export function ForgetOnSubmit({
  waiting,
  children,
}: {
  /** What is said of scans that wait: with how many there are in place of its number sign. */
  readonly waiting: string
  readonly children: ReactNode
}) {
  const [scans, setScans] = useState(0)
  useEffect(() => {
    void countQueuedScans(deviceTime()).then(setScans)
  }, [])
  return (
    <div onSubmit={forgetKept} className="grid gap-3 border-t border-line pt-6">
      {scans > 0 && <p role="status">{waiting.replace('#', String(scans))}</p>}
      {children}
    </div>
  )
}
