'use client'

import { useLookAnew } from '@/app/_lib/use-look-anew'

/** How far an import is; the page is read anew when it gets further. Without scripts it shows how far it was. */
export function Progress({
  runId,
  version,
  done,
  rows,
  words,
}: {
  readonly runId: string
  readonly version: string
  readonly done: number
  readonly rows: number
  readonly words: { readonly label: string; readonly offline: string }
}) {
  const gone = useLookAnew('import.progress', { eventId: runId, version })
  return (
    <div className="grid gap-2">
      <progress value={done} max={rows} aria-label={words.label} className="h-3 w-full appearance-none overflow-hidden rounded-[999px] border border-edge bg-raised [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-raised [&::-webkit-progress-value]:bg-accent" />
      <p role="status" className="tabular-nums">
        {gone ? words.offline : words.label}
      </p>
    </div>
  )
}
