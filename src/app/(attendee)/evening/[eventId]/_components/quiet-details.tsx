import type { ReactNode } from 'react'

/** What is seldom needed, behind a quiet word; opening it is the first of two steps. */
export function QuietDetails({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  return (
    <details className="w-full">
      <summary className="inline-flex min-h-[max(2.75rem,44px)] items-center text-small text-muted underline decoration-1 underline-offset-4">
        <span dir="auto" className="line-clamp-2">
          {summary}
        </span>
      </summary>
      <div className="grid gap-6 pt-2 pb-1">{children}</div>
    </details>
  )
}
