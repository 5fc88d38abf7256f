'use client'

import { useActionState, type ReactNode, type SyntheticEvent } from 'react'
import type { FormAnswer } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'

/** React empties a form after its action; what was typed here stays, refused or not. */
function keepTyped(event: SyntheticEvent) {
  event.preventDefault()
}

/**
 * A small form among other things on a page, with buttons of its own; its action's answer stands below.
 * Without JavaScript it is posted as any form.
 */
export function InlineForm({
  action,
  className,
  children,
}: {
  readonly action: (answer: FormAnswer, form: FormData) => Promise<FormAnswer>
  readonly className?: string
  readonly children: ReactNode
}) {
  const [answer, send, busy] = useActionState(action, {})
  return (
    <form action={send} onReset={keepTyped} className={className}>
      {children}
      {answer.error && <Notice tone="error">{answer.error}</Notice>}
      {answer.done && !busy && <Notice tone="good">{answer.done}</Notice>}
    </form>
  )
}
