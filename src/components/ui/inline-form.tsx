'use client'

import type { ReactNode } from 'react'
import type { FormAnswer } from './action-form'
import { Notice } from './notice'
import { keepTyped, useFormAnswer } from './use-form-answer'

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
  const { answer, busy, formAction } = useFormAnswer(action, {})
  return (
    <form action={formAction} onReset={keepTyped} className={className}>
      {children}
      {answer.error && <Notice tone="error">{answer.error}</Notice>}
      {answer.done && !answer.error && !busy && <Notice tone="good">{answer.done}</Notice>}
    </form>
  )
}
