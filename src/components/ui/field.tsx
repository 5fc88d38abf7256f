import type { ComponentPropsWithoutRef } from 'react'
import { classes } from './classes'

interface FieldWords {
  /** Names the field in the form data and, unless `id` is given, in the document. */
  readonly name: string
  readonly label: string
  /** Stands above the input, where it stays readable while typing. */
  readonly hint?: string | undefined
  /** One sentence: what is wrong and what to do. */
  readonly error?: string | undefined
}

const INPUT =
  'w-full min-h-[max(2.75rem,44px)] border-0 border-b-2 border-edge bg-raised px-3 py-2 text-base text-ink placeholder:text-muted hover:border-ink focus:border-accent aria-invalid:border-bad'

function describedBy(id: string, { hint, error }: Pick<FieldWords, 'hint' | 'error'>): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}

function Words({ id, label, hint, error }: Omit<FieldWords, 'name'> & { readonly id: string }) {
  return (
    <>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="flex gap-2 font-medium text-bad">
          <span aria-hidden="true">!</span>
          {error}
        </p>
      )}
    </>
  )
}

/** A labelled line to write on. Its direction follows what is typed. */
export function Field({
  label,
  hint,
  error,
  className,
  id,
  ...input
}: FieldWords & Omit<ComponentPropsWithoutRef<'input'>, 'name'>) {
  const inputId = id ?? input.name
  return (
    <div className={classes('grid gap-1.5', className)}>
      <Words id={inputId} label={label} hint={hint} error={error} />
      <input
        dir="auto"
        type="text"
        {...input}
        id={inputId}
        aria-describedby={describedBy(inputId, { hint, error })}
        aria-invalid={error ? true : undefined}
        className={INPUT}
      />
    </div>
  )
}

/** A labelled place for a few lines; it grows with what is typed where the browser can do that. */
export function TextArea({
  label,
  hint,
  error,
  className,
  id,
  ...area
}: FieldWords & Omit<ComponentPropsWithoutRef<'textarea'>, 'name'>) {
  const areaId = id ?? area.name
  return (
    <div className={classes('grid gap-1.5', className)}>
      <Words id={areaId} label={label} hint={hint} error={error} />
      <textarea
        dir="auto"
        rows={2}
        {...area}
        id={areaId}
        aria-describedby={describedBy(areaId, { hint, error })}
        aria-invalid={error ? true : undefined}
        className={classes(INPUT, 'field-sizing-content resize-y')}
      />
    </div>
  )
}
