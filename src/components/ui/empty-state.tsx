import type { ReactNode } from 'react'

/** Nothing here yet: what will stand here, and the first step towards it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className="grid justify-items-start gap-3">
      <p className="font-display text-heading">{title}</p>
      {children && <div className="max-w-measure text-muted">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}
