'use client'

import type { MouseEvent } from 'react'
import { useFormStatus } from 'react-dom'
import { Button, type ButtonLook } from './button'

/**
 * Submits its form once: while the answer is on its way it says so, and a second tap does nothing. It
 * stays focusable meanwhile, so that a screen reader does not lose its place. Without JavaScript it
 * is a plain submit button.
 */
export function SubmitButton({
  children,
  pending: pendingText,
  busy = false,
  tone,
  wide,
  name,
  value,
  describedBy,
}: ButtonLook & {
  readonly children: string
  /** What it reads while the form is being sent, for example 'Saving…'. */
  readonly pending: string
  /** True while a form that is sent by hand waits for its answer. */
  readonly busy?: boolean
  readonly name?: string
  readonly value?: string
  /** The id of what it is about, where its words alone do not say. */
  readonly describedBy?: string
}) {
  const pending = useFormStatus().pending || busy
  const refuseSecondTap = (event: MouseEvent) => {
    if (pending) event.preventDefault()
  }
  return (
    <Button tone={tone} wide={wide} name={name} value={value} aria-describedby={describedBy} aria-disabled={pending} onClick={refuseSecondTap}>
      {pending ? pendingText : children}
    </Button>
  )
}
