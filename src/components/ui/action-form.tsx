'use client'

import { startTransition, type ReactNode, type SubmitEvent } from 'react'
import { Notice } from './notice'
import { SubmitButton } from './submit-button'
import { useFormAnswer, type FormAnswer } from './use-form-answer'

export type { FormAnswer } from './use-form-answer'

/**
 * A form whose action answers in words beside it. What was typed stays when it is refused or
 * does not reach the server. Without JavaScript it is posted as any form.
 */
export function ActionForm({
  action,
  submit,
  pending,
  aside,
  children,
}: {
  readonly action: (answer: FormAnswer, form: FormData) => Promise<FormAnswer>
  /** What the main button reads, and reads while the answer is on its way. */
  readonly submit: string
  readonly pending: string
  /** Stands beside the button, for example a way to skip. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  const { answer, send, busy, formAction } = useFormAnswer(action, {})
  // React empties a form after its action; sending it by hand leaves in place what was typed.
  const sendInPlace = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter)
    startTransition(() => {
      send(form)
    })
  }
  return (
    <form action={formAction} onSubmit={sendInPlace} aria-busy={busy} className="grid gap-8">
      {children}
      {/* In the bar, so that the answer is in view wherever the button was pressed. */}
      <div className="thumb-bar grid gap-3">
        {answer.error && <Notice tone="error">{answer.error}</Notice>}
        {answer.done && !answer.error && !busy && <Notice tone="good">{answer.done}</Notice>}
        <div className="flex items-center gap-x-5">
          <SubmitButton pending={pending} busy={busy}>
            {submit}
          </SubmitButton>
          {aside && <div className="shrink-0">{aside}</div>}
        </div>
      </div>
    </form>
  )
}
