'use client'

import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { keepTyped, useFormAnswer } from '@/components/ui/use-form-answer'
import { requestSignIn } from '../_actions'
import { CodeForm, type CodeWords } from './code-form'

/** What the form says. */
export interface SignInWords extends CodeWords {
  readonly emailHint: string
  readonly send: string
  readonly sending: string
  readonly sent: string
  readonly again: string
  /** Where no mail is sent: that, and where the link is; and what makes another one. */
  readonly noMail: string
  readonly anew: string
}

/** Asks for the address, then for the code that was mailed to it; the mail's link works as well. */
export function SignInForm({ words, callbackUrl }: { readonly words: SignInWords; readonly callbackUrl: string }) {
  const { answer: step, formAction } = useFormAnswer(requestSignIn, { email: '' })
  if (step.sent !== undefined) {
    return (
      <div className="grid gap-8">
        {step.sent ? (
          <Notice tone="good">
            {words.sent} <strong className="font-semibold">{step.email}</strong>
          </Notice>
        ) : (
          <Notice tone="warn">{words.noMail}</Notice>
        )}
        <CodeForm words={words} email={step.email} callbackUrl={callbackUrl} main />
        <form action={formAction} className="grid justify-items-start gap-3">
          <input type="hidden" name="email" value={step.email} />
          <SubmitButton tone="quiet" pending={words.sending}>
            {step.sent ? words.again : words.anew}
          </SubmitButton>
          {step.error && <Notice tone="error">{step.error}</Notice>}
        </form>
      </div>
    )
  }
  return (
    <form action={formAction} onReset={keepTyped} className="grid gap-6">
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
