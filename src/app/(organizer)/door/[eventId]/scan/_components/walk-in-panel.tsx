'use client'

import { useState, type SubmitEvent } from 'react'
import type { ScanTarget } from '@/domain/check-in/scanner'
import { Button } from '@/components/ui/button'
import { useWords } from '../_lib/words'

const NAME_MAX = 100
const EMAIL_MAX = 254

/** Writes somebody down who is not known here: a name is enough. */
export function WalkInPanel({
  typing,
  letIn,
}: {
  /** Told of every change in a field. */
  readonly typing: () => void
  readonly letIn: (target: ScanTarget) => void
}) {
  const { t } = useWords()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (name.trim() !== '') letIn({ kind: 'WALK_IN', name: name.trim(), email: email.trim() })
  }
  return (
    <form onSubmit={submit} onInput={typing} className="grid content-start gap-3">
      <label htmlFor="scan-walk-in-name" className="font-semibold">
        {t('walkIn.name')}
      </label>
      <input
        id="scan-walk-in-name"
        dir="auto"
        autoFocus
        required
        autoComplete="off"
        autoCapitalize="words"
        maxLength={NAME_MAX}
        value={name}
        onChange={({ target }) => {
          setName(target.value)
        }}
        className="scan-input"
      />
      <label htmlFor="scan-walk-in-email" className="font-semibold">
        {t('walkIn.email')}
      </label>
      <input
        id="scan-walk-in-email"
        type="email"
        autoComplete="off"
        maxLength={EMAIL_MAX}
        value={email}
        onChange={({ target }) => {
          setEmail(target.value)
        }}
        className="scan-input"
      />
      <Button wide>{t('walkIn.submit')}</Button>
    </form>
  )
}
