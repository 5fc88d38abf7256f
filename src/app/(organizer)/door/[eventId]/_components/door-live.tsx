'use client'

import type { inferRouterOutputs } from '@trpc/server'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { listenTo } from '@/app/_lib/live-stream'
import { QrCode } from '@/components/ui/qr-code'
import type { AppRouter } from '@/server/api/root'
import { useElapsed } from '../_lib/use-elapsed'

/** The part of the door screen that changes, as the server sends it. */
export type LiveDoor =
  inferRouterOutputs<AppRouter>['event']['doorUpdates'] extends AsyncIterable<infer Each> ? Each : never

/** What the screen says; `{seconds}` and the like have been left for here. */
export interface Words {
  readonly qr: string
  readonly scan: string
  readonly noApp: string
  readonly here: string
  readonly came: string
  /** Before and after the number of seconds. */
  readonly nextCode: readonly [string, string]
  readonly lastCode: readonly [string, string]
  readonly lost: string
  readonly lostCode: string
  readonly lostPoster: string
  readonly leaveOpen: string
  readonly EARLY: string
  readonly OVER: string
  readonly CANCELLED: string
}

/** Listens for as long as the screen stands there. @returns what the server said last, and whether it is out of reach. */
function useDoor(eventId: string, first: LiveDoor) {
  const router = useRouter()
  const [door, setDoor] = useState(first)
  const [lost, setLost] = useState(false)
  useEffect(
    () =>
      listenTo('event.doorUpdates', eventId, {
        hear: (data) => {
          // Our own server wrote it, as the type says.
          setDoor(data as LiveDoor)
        },
        lose: () => {
          setLost(true)
        },
        find: () => {
          setLost(false)
        },
        // Whoever may not show this door any more is told by the page itself.
        refuse: () => {
          router.refresh()
        },
      }),
    [eventId, router],
  )
  return { door, lost }
}

/**
 * Code, countdown and count, kept up to date by the server. Without it the screen says so, counts down what
 * is left of the code, and then shows none: a code whose time is over is never shown.
 */
export function DoorLive({
  eventId,
  first,
  words,
}: {
  readonly eventId: string
  readonly first: LiveDoor
  readonly words: Words
}) {
  const { door, lost } = useDoor(eventId, first)
  const elapsed = useElapsed(door)
  const code = elapsed < door.shownForMs ? door.code : null
  const open = door.door === 'OPEN'
  return (
    <>
      <div className="door-code grid place-items-center bg-white">
        {code ? (
          <QrCode drawing={code.qr} title={words.qr} className="h-full" />
        ) : (
          <p className="max-w-[18em] p-6 text-center font-display text-[clamp(1.6rem,4.5vmin,3rem)] leading-tight text-balance text-black">
            {door.door === 'OPEN' ? words.lostCode : words[door.door]}
          </p>
        )}
      </div>
      <div className="grid content-start gap-3">
        {open && code && (
          <p className="text-[clamp(1.25rem,2.3vmin+0.4rem,2rem)] leading-snug">
            {words.scan} <span className="text-muted">{words.noApp}</span>
          </p>
        )}
        <p aria-live="off" className="flex items-baseline gap-3">
          <span data-testid="arrivals" className="font-display text-[clamp(3.5rem,13vmin,8rem)] leading-none tabular-nums">
            {door.arrivals}
          </span>
          <span className="text-[clamp(1.1rem,2.6vmin,1.75rem)]">{door.door === 'OVER' ? words.came : words.here}</span>
        </p>
        {code && !(lost && door.nextCodeInMs === null) && (
          <Countdown
            lost={lost}
            words={lost ? words.lastCode : words.nextCode}
            leftMs={(lost ? door.shownForMs : (door.nextCodeInMs ?? Infinity)) - elapsed}
          />
        )}
        <div role="status">
          {lost && (
            <div className="grid gap-2 border-l-8 border-warn bg-raised px-5 py-4">
              <p className="font-display text-[clamp(1.8rem,5.5vmin,3.75rem)] leading-[1.05] font-semibold text-balance text-warn">
                {words.lost}
              </p>
              {code && door.nextCodeInMs === null && <p className="text-[clamp(1.1rem,2.4vmin,1.6rem)]">{words.lostPoster}</p>}
              <p className="text-[clamp(1rem,1.9vmin,1.25rem)]">{words.leaveOpen}</p>
            </div>
          )}
        </div>
      </div>
    </>
  )
}

/** How long until the next code, or without a network how long this one is good for. Not read aloud. */
function Countdown({
  lost,
  words: [before, after],
  leftMs,
}: {
  readonly lost: boolean
  readonly words: readonly [string, string]
  readonly leftMs: number
}) {
  if (leftMs === Infinity) return null
  return (
    <p
      role="timer"
      aria-live="off"
      className={lost ? 'text-[clamp(1.3rem,3.4vmin,2.4rem)] text-warn tabular-nums' : 'text-[clamp(0.95rem,1.9vmin,1.2rem)] text-muted tabular-nums'}
    >
      {before} {Math.max(0, Math.ceil(leftMs / 1000))} {after}
    </p>
  )
}
