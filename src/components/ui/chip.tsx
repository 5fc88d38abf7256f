import { classes } from './classes'

const SHAPE =
  'inline-flex min-h-[max(2.75rem,44px)] max-w-full items-center gap-2 rounded-[999px] border px-4 py-1.5 leading-tight'

/** A word that can be ticked: a plain checkbox of a form, drawn as a chip. Ticked ones carry a tick. */
export function ChipChoice({
  id,
  name,
  value,
  label,
  defaultChecked = false,
}: {
  readonly id?: string | undefined
  readonly name: string
  readonly value: string
  readonly label: string
  readonly defaultChecked?: boolean | undefined
}) {
  return (
    <label
      className={classes(
        SHAPE,
        'border-edge select-none has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent',
      )}
    >
      <input type="checkbox" id={id} name={name} value={value} defaultChecked={defaultChecked} className="peer sr-only" />
      <svg
        aria-hidden="true"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        className="hidden size-4 shrink-0 peer-checked:block"
      >
        <path d="M4 10.5l4 4 8-9" />
      </svg>
      <span dir="auto">{label}</span>
    </label>
  )
}

/** A word that only stands there. */
export function Chip({ children }: { readonly children: string }) {
  return (
    <span dir="auto" className="inline-flex max-w-full items-center rounded-[999px] border border-line px-3 py-0.5 text-small">
      {children}
    </span>
  )
}
