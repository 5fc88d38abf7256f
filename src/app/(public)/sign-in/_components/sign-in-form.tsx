'use client'

import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { requestSignIn } from '../_actions'
import { CodeForm, type CodeWords } from './code-form'

/** What the form says. */
export interface SignInWords extends CodeWords {
  readonly emailHint: string
  readonly send: string
  readonly sending: string
  readonly sent: string
  readonly again: string
}

/** Asks for the address, then for the code that was mailed to it; the mail's link works as well. */
export function SignInForm({ words, callbackUrl }: { readonly words: SignInWords; readonly callbackUrl: string }) {
  const [step, send] = useActionState(requestSignIn, { email: '', sent: false })
  if (step.sent) {
    return (
      <div className="grid gap-8">
        <Notice tone="good">
          {words.sent} <strong className="font-semibold">{step.email}</strong>
        </Notice>
        <CodeForm words={words} email={step.email} callbackUrl={callbackUrl} main />
        <form action={send}>
          <input type="hidden" name="email" value={step.email} />
          <SubmitButton tone="quiet" pending={words.sending}>
            {words.again}
          </SubmitButton>
        </form>
      </div>
    )
  }
  return (
    <form action={send} className="grid gap-6">
      <Field
        name="email"
        type="email"
        label={words.email}
        hint={words.emailHint}
        error={step.error}
        autoComplete="email"
        inputMode="email"
        defaultValue={step.email}
        required
        maxLength={254}
      />
      <SubmitButton wide pending={words.sending}>
        {words.send}
      </SubmitButton>
    </form>
  )
}
