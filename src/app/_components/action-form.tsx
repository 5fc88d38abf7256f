'use client'

import { useActionState, type ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'

/** What a form's action answers: a sentence that refuses, or one that confirms. */
export interface FormAnswer {
  readonly tone: 'error' | 'good'
  readonly message: string
}

/**
 * A form that shows its action's answer above its fields. What was typed stays, whatever the answer.
 * Without JavaScript it is a plain form whose answer comes with the next page.
 */
export function ActionForm({
  action,
  className,
  children,
}: {
  readonly action: (before: FormAnswer | null, form: FormData) => Promise<FormAnswer | null>
  readonly className?: string
  readonly children: ReactNode
}) {
  const [answer, submit] = useActionState(action, null)
  return (
    <form
      action={submit}
      className={className}
      // React empties a form after its action; a refused one would lose all that was typed.
      onReset={(event) => {
        event.preventDefault()
      }}
    >
      {answer && <Notice tone={answer.tone}>{answer.message}</Notice>}
      {children}
    </form>
  )
}
