'use client'

import { startTransition, useActionState, type ReactNode, type SubmitEvent } from 'react'
import { Notice } from './notice'
import { SubmitButton } from './submit-button'

/** What a form's action answers: a sentence about what went wrong, or about what is done. */
export interface FormAnswer {
  readonly error?: string
  readonly done?: string
}

/**
 * A form whose action answers in words beside it. What was typed stays when it is refused. Without
 * JavaScript it is posted as any form.
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
  const [answer, send, busy] = useActionState(action, {})
  // React empties a form after its action; sending it by hand leaves in place what was typed.
  const sendInPlace = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter)
    startTransition(() => {
      send(form)
    })
  }
  return (
    <form action={send} onSubmit={sendInPlace} className="grid gap-8">
      {children}
      {/* In the bar, so that the answer is in view wherever the button was pressed. */}
      <div className="thumb-bar grid gap-3">
        {answer.error && <Notice tone="error">{answer.error}</Notice>}
        {answer.done && !busy && <Notice tone="good">{answer.done}</Notice>}
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
