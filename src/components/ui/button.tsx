import Link from 'next/link'
import type { ComponentPropsWithoutRef } from 'react'
import { classes } from './classes'

/**
 * primary: the one main action of a screen. quiet: the others. danger: what cannot be undone.
 * strong: ink on paper reversed, contrast above 7, for screens that are read from afar.
 */
export type ButtonTone = 'primary' | 'quiet' | 'danger' | 'strong'

const TONES: Readonly<Record<ButtonTone, string>> = {
  primary: 'border-accent bg-accent text-accent-ink hover:border-ink',
  quiet: 'border-edge bg-transparent text-ink hover:border-ink',
  danger: 'border-bad bg-transparent text-bad hover:bg-bad hover:text-paper',
  strong: 'border-ink bg-ink text-paper hover:border-accent',
}

export interface ButtonLook {
  readonly tone?: ButtonTone | undefined
  /** As wide as its column: for the main action on a phone. */
  readonly wide?: boolean | undefined
}

/** The look of a button, for whatever element has to carry it. At least 44 px high at any text size. */
export function buttonClass({ tone = 'primary', wide = false }: ButtonLook = {}): string {
  return classes(
    'inline-flex min-h-[max(2.75rem,44px)] items-center justify-center gap-2 rounded-[999px] border px-5 py-2 text-center font-semibold leading-tight no-underline aria-disabled:opacity-60 disabled:opacity-60',
    TONES[tone],
    wide && 'w-full',
  )
}

/** A button; submits its form unless told otherwise. */
export function Button({ tone, wide, className, ...rest }: ButtonLook & ComponentPropsWithoutRef<'button'>) {
  return <button type="submit" {...rest} className={classes(buttonClass({ tone, wide }), className)} />
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({
  tone,
  wide,
  className,
  ...rest
}: ButtonLook & Omit<ComponentPropsWithoutRef<typeof Link>, 'prefetch'>) {
  return <Link prefetch={false} {...rest} className={classes(buttonClass({ tone, wide }), className)} />
}
