'use client'

import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { useFormAnswer } from '@/components/ui/use-form-answer'
import type { LinkAnswer } from '../_lib/link-answer'
import { HostLink, type LinkWords } from './host-link'

/** A form whose answer is a host's link, shown below it until the next one or until the page is left. */
export function LinkForm({
  action,
  submit,
  pending,
  tone,
  words,
  children,
}: {
  readonly action: (before: LinkAnswer, form: FormData) => Promise<LinkAnswer>
  readonly submit: string
  readonly pending: string
  readonly tone?: 'primary' | 'quiet'
  readonly words: LinkWords
  readonly children: ReactNode
}) {
  const { answer, formAction } = useFormAnswer<LinkAnswer>(action, {})
  return (
    <div className="grid gap-5">
      <form action={formAction} className="grid gap-4">
        {children}
        <div>
          <SubmitButton pending={pending} tone={tone}>
            {submit}
          </SubmitButton>
        </div>
        {answer.error && <Notice tone="error">{answer.error}</Notice>}
      </form>
      {answer.link && <HostLink key={answer.link.url} link={answer.link} words={words} />}
    </div>
  )
}
