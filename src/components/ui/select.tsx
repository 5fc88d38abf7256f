import type { ComponentPropsWithoutRef } from 'react'
import { classes } from './classes'

/** A labelled choice of one out of a few. */
export function Select({
  name,
  label,
  options,
  hint,
  className,
  ...select
}: {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
} & Omit<ComponentPropsWithoutRef<'select'>, 'name'>) {
  const id = select.id ?? name
  return (
    <div className={classes('grid gap-1.5', className)}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      <select
        {...select}
        id={id}
        name={name}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="min-h-[max(2.75rem,44px)] w-full border-0 border-b-2 border-edge bg-raised px-3 py-2 text-base text-ink hover:border-ink"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
