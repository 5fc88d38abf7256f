import type { ReactNode } from 'react'

/** A part of the page that is seldom needed, behind its name. */
export function Fold({ title, id, children }: { readonly title: string; readonly id?: string; readonly children: ReactNode }) {
  return (
    <details className="border-t border-line">
      <summary className="fold-mark flex min-h-[max(3.25rem,44px)] items-center">
        <span dir="auto">{title}</span>
      </summary>
      {/* Inside, so that a link to it opens it. */}
      <div id={id} className="grid gap-6 pt-2 pb-6">{children}</div>
    </details>
  )
}
