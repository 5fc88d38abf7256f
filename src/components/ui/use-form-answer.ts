'use client'

import { useActionState, useSyncExternalStore, type SyntheticEvent } from 'react'
import { useFaultWords } from './fault-words'

/** What a form's action answers: a sentence about what went wrong, or about what is done. */
export interface FormAnswer {
  readonly error?: string
  readonly done?: string
}

/**
 * Whether a call did not reach the server: fetch rejects with a TypeError then. What the framework
 * throws on purpose, a redirect for example, and what the server reports as failed carry a digest.
 */
function isUnsent(error: unknown): boolean {
  return error instanceof TypeError && !('digest' in error)
}

const never = () => () => undefined

/** Whether scripts run: false on the server and for the first drawing in the browser. */
export function useScripts(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

/**
 * The answer of a form's action, as useActionState keeps it, but a call that does not reach the server
 * is answered with a sentence and not with the error page, which would take along what was typed.
 *
 * @returns the answer; what sends the form by script; whether it is on its way; and what the form's
 *   `action` is to be, which also serves a form that is posted without scripts.
 */
export function useFormAnswer<Answer extends object>(
  action: (answer: Awaited<Answer & FormAnswer>, form: FormData) => Promise<Answer & FormAnswer>,
  first: Awaited<Answer & FormAnswer>,
) {
  const words = useFaultWords()
  const scripts = useScripts()
  // Only an action of the server itself can be posted without scripts: a wrapped one is none.
  const [posted, post] = useActionState(action, first)
  const [answer, send, busy] = useActionState(async (before: Awaited<Answer & FormAnswer>, form: FormData) => {
    try {
      return await action(before, form)
    } catch (error) {
      if (!words || !isUnsent(error)) throw error
      return { ...before, error: navigator.onLine ? words.noAnswer : words.notSent }
    }
  }, posted)
  return { answer, send, busy, formAction: scripts ? send : post }
}

/** React empties a form after its action; what was typed stays, refused or not. For `onReset`. */
export function keepTyped(event: SyntheticEvent): void {
  event.preventDefault()
}
