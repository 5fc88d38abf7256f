'use client'

import { useId, useState } from 'react'
import { Button } from './button'

/** An address to take along: a field to select it from, and a button that copies it. */
export function CopyField({
  label,
  hint,
  value,
  copy,
  copied,
}: {
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  readonly copy: string
  /** What is said once it is in the clipboard. */
  readonly copied: string
}) {
  const id = useId()
  const [said, say] = useState('')
  const take = () => {
    const field = document.getElementById(id)
    if (field instanceof HTMLInputElement) field.select()
    // Over plain http there is no clipboard: what is selected can be copied by hand.
    const { clipboard } = navigator as Partial<Navigator>
    void clipboard?.writeText(value).then(
      () => {
        say(copied)
      },
      () => undefined,
    )
  }
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="max-w-measure text-small text-muted">
          {hint}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <input
          id={id}
          readOnly
          dir="ltr"
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onFocus={(event) => {
            event.currentTarget.select()
          }}
          className="min-h-[max(2.75rem,44px)] min-w-0 grow basis-60 border-0 border-b-2 border-edge bg-raised px-3 py-2 text-base text-ink"
        />
        <Button type="button" tone="quiet" onClick={take}>
          {copy}
        </Button>
        <span role="status" className="text-muted empty:hidden">
          {said}
        </span>
      </div>
    </div>
  )
}
