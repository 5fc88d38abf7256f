'use client'

import type { inferRouterOutputs } from '@trpc/server'
import { useState } from 'react'
import { useLookAnew } from '@/app/_lib/use-look-anew'
import type { AppRouter } from '@/server/api/root'

type Update = inferRouterOutputs<AppRouter>['room']['updates'] extends AsyncIterable<infer Each> ? Each : never

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
  const [sentence, setSentence] = useState(present)
  const gone = useLookAnew('room.updates', { eventId, version }, (update) => {
    // Our own server wrote it, as the type says.
    setSentence((update as Update).present)
  })
  return (
    <>
      {present !== undefined && <p>{sentence}</p>}
      <p role="status" className={gone ? 'font-medium text-warn' : 'sr-only'}>
        {gone ? offline : ''}
      </p>
    </>
  )
}
