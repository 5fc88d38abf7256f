import type { ReactNode } from 'react'
import { classes } from './classes'

/**
 * The frame of a screen: one heading, what belongs to it, and at most one main action, which phones
 * keep under the thumb. `wide` is for organizers' tables. Where the action submits a form, put a
 * {@link ThumbBar} at the end of that form instead.
 */
export function Page({
  title,
  eyebrow,
  lead,
  action,
  wide = false,
  children,
}: {
  readonly title: ReactNode
  /** A few words above the heading: where one is. */
  readonly eyebrow?: ReactNode
  /** A sentence or two below the heading. */
  readonly lead?: ReactNode
  readonly action?: ReactNode
  readonly wide?: boolean
  readonly children?: ReactNode
}) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={classes(
        'mx-auto flex w-full grow flex-col gap-8 px-5 pt-8 pb-12 outline-none sm:pt-14 sm:pb-20',
        wide ? 'max-w-wide' : 'max-w-narrow',
        Boolean(action) && 'pb-0 sm:pb-0',
      )}
    >
      <header className="grid gap-3">
        {eyebrow && <p className="text-small font-medium text-muted">{eyebrow}</p>}
        <h1 dir="auto" className="text-title">
          {title}
        </h1>
        {lead && <div className="max-w-measure text-lead text-muted">{lead}</div>}
      </header>
      {children}
      {action && <ThumbBar>{action}</ThumbBar>}
    </main>
  )
}

/** Keeps the main action at the lower edge of the screen while its parent, a page or a form, is in view. */
export function ThumbBar({ children }: { readonly children: ReactNode }) {
  return <div className="thumb-bar mt-auto flex flex-wrap items-center gap-x-5 gap-y-3">{children}</div>
}

/** A part of a page: a hairline, a heading, and what belongs to it. */
export function Section({
  title,
  lead,
  children,
  id,
}: {
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
  /** For links to this part; also ties the heading to it. */
  readonly id: string
}) {
  return (
    <section aria-labelledby={`${id}-heading`} id={id} className="grid gap-4 border-t border-line pt-6">
      <div className="grid gap-1">
        <h2 id={`${id}-heading`} className="text-heading">
          {title}
        </h2>
        {lead && <div className="max-w-measure text-muted">{lead}</div>}
      </div>
      {children}
    </section>
  )
}
