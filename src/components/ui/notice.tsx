import type { ReactNode } from 'react'
import { classes } from './classes'

export type NoticeTone = 'good' | 'warn' | 'error'

const LOOK: Readonly<Record<NoticeTone, { readonly colour: string; readonly path: string }>> = {
  good: { colour: 'border-good text-good', path: 'M4 10.5l4 4 8-9' },
  warn: { colour: 'border-warn text-warn', path: 'M10 4v8M10 15.5v.5' },
  error: { colour: 'border-bad text-bad', path: 'M5 5l10 10M15 5L5 15' },
}

/**
 * What just happened, in words. An error interrupts a screen reader, the others wait for a pause;
 * the sign before the words says the tone where colour does not.
 */
export function Notice({ tone, children }: { readonly tone: NoticeTone; readonly children: ReactNode }) {
  const { colour, path } = LOOK[tone]
  return (
    <div role={tone === 'error' ? 'alert' : 'status'} className={classes('flex gap-3 border-l-4 bg-raised px-4 py-3', colour)}>
      <svg
        aria-hidden="true"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        className="mt-[0.2em] size-5 shrink-0"
      >
        <path d={path} />
      </svg>
      <div className="text-ink">{children}</div>
    </div>
  )
}
