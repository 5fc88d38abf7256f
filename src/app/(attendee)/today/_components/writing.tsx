'use client'

import { startTransition, useId, useState, useSyncExternalStore } from 'react'
import type { FormAnswer } from '@/components/ui/action-form'
import { Button, buttonClass } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { keepTyped, useFormAnswer } from '@/components/ui/use-form-answer'
import { mailtoLink, smsLink } from '@/domain/follow-up/message-links'

/** In the reader's language, put together by the page. */
export interface WritingWords {
  readonly label: string
  readonly mail: string
  readonly text: string
  readonly share: string
  readonly copy: string
  readonly copied: string
  readonly keep: string
  readonly keeping: string
  /** For who has no scripts: what was typed is sent only once it is kept. */
  readonly keepFirst: string
  readonly subject: string
}

/** Something of one's own that stands beside the draft, for its owner's eyes: nothing puts it into the message. */
export interface OwnWords {
  readonly label: string
  readonly text: string
}

const never = () => () => undefined
const canShare = () => typeof (navigator as Partial<Navigator>).share === 'function'
const canCopy = () => (navigator as Partial<Navigator>).clipboard !== undefined

/**
 * A draft that is edited in place and sent by the person's own means: mail, text message, what the phone
 * shares with, or copied. Without scripts the mail link has the draft as it was kept.
 */
export function Writing({
  contactId,
  draft,
  email,
  phone,
  own,
  keep,
  words,
  main,
}: {
  readonly contactId: string
  readonly draft: string
  readonly email: string | null
  readonly phone: string | null
  readonly own: readonly OwnWords[]
  readonly keep: (answer: FormAnswer, form: FormData) => Promise<FormAnswer>
  readonly words: WritingWords
  /** Whether this is what the screen is for. */
  readonly main: boolean
}) {
  const { answer, send, busy, formAction } = useFormAnswer(keep, {})
  const [text, write] = useState(draft)
  const [given, take] = useState(draft)
  const [said, say] = useState('')
  const shares = useSyncExternalStore(never, canShare, () => false)
  const copies = useSyncExternalStore(never, canCopy, () => false)
  const id = useId()
  if (given !== draft) {
    // Kept, here or elsewhere, or proposed anew: it takes the place of what nobody changed since.
    take(draft)
    if (text === given || text.trim() === draft) write(draft)
  }

  /** What is sent is kept too: whoever comes back from their mail finds it as it was. */
  const keepQuietly = () => {
    if (text === draft) return
    const form = new FormData()
    form.set('contactId', contactId)
    form.set('text', text)
    startTransition(() => {
      send(form)
    })
  }
  const share = () => {
    keepQuietly()
    void navigator.share({ text }).catch(() => undefined)
  }
  const copy = () => {
    keepQuietly()
    void navigator.clipboard.writeText(text).then(
      () => {
        say(words.copied)
      },
      () => undefined,
    )
  }
  const sms = phone === null ? null : smsLink(phone, text)
  const tone = main ? 'primary' : 'quiet'
  return (
    <form action={formAction} onReset={keepTyped} className="grid gap-4">
      <input type="hidden" name="contactId" value={contactId} />
      <TextArea
        id={`${id}-text`}
        name="text"
        label={words.label}
        rows={4}
        maxLength={1000}
        value={text}
        autoComplete="off"
        onChange={(event) => {
          write(event.currentTarget.value)
        }}
      />
      {own.map((one) => (
        <div key={one.label} className="grid justify-items-start gap-1 border-s-2 border-line ps-4">
          <p className="text-small text-muted">{one.label}</p>
          <p dir="auto" className="whitespace-pre-line">
            {one.text}
          </p>
        </div>
      ))}
      <noscript>
        <p className="text-small text-muted">{words.keepFirst}</p>
      </noscript>
      <div className="flex flex-wrap items-center gap-3">
        {email !== null && (
          <a className={buttonClass({ tone })} href={mailtoLink(email, { subject: words.subject, body: text })} onClick={keepQuietly}>
            {words.mail}
          </a>
        )}
        {sms !== null && (
          <a className={buttonClass({ tone: email === null ? tone : 'quiet' })} href={sms} onClick={keepQuietly}>
            {words.text}
          </a>
        )}
        {shares && (
          <Button type="button" tone="quiet" onClick={share}>
            {words.share}
          </Button>
        )}
        {copies && (
          <Button type="button" tone="quiet" onClick={copy}>
            {words.copy}
          </Button>
        )}
        <SubmitButton tone="quiet" pending={words.keeping} busy={busy}>
          {words.keep}
        </SubmitButton>
        <span role="status" className="text-muted empty:hidden">
          {said}
        </span>
      </div>
      {answer.error && <Notice tone="error">{answer.error}</Notice>}
      {answer.done && !answer.error && !busy && <Notice tone="good">{answer.done}</Notice>}
    </form>
  )
}
