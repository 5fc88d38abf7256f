'use client'

import { useLookAnew } from '@/app/_lib/use-look-anew'

/** Has the page of the room read anew when it changes, and says when the connection is gone. */
export function RoomLive({
  eventId,
  version,
  offline,
}: {
  readonly eventId: string
  /** Of what the page shows. */
  readonly version: string
  readonly offline: string
}) {
  const gone = useLookAnew('room.liveUpdates', { eventId, version })
  return (
    <p role="status" className={gone ? 'border-l-4 border-warn bg-raised px-4 py-3 font-medium' : 'sr-only'}>
      {gone ? offline : ''}
    </p>
  )
}
