'use client'

import { useState } from 'react'
import { useWords } from '../_lib/words'

const REASONS = ['wrongPerson', 'twice', 'test'] as const
const REASON_MAX = 200

/** Takes a check-in back: one tap opens it, one says why. */
export function TakeBack({
  name,
  takeBack,
}: {
  readonly name: string
  /** @returns a sentence when it could not be done. */
  readonly takeBack: (reason: string) => Promise<string | null>
}) {
  const { t } = useWords()
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [own, setOwn] = useState('')
  const say = async (reason: string) => {
    if (busy) return
    setBusy(true)
    setFault(await takeBack(reason))
    setBusy(false)
  }
  return (
    <details className="grow">
      <summary className="scan-action inline-flex list-none">
        {t('undo.open')} <span className="sr-only">{name}</span>
      </summary>
      <div className="mt-3 grid gap-3">
        <p>{t('undo.why')}</p>
        <div className="flex flex-wrap gap-2">
          {REASONS.map((reason) => (
            <button key={reason} type="button" aria-disabled={busy} className="scan-action" onClick={() => void say(t(`undo.${reason}`))}>
              {t(`undo.${reason}`)}
            </button>
          ))}
        </div>
        <form
          className="flex flex-wrap gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (own.trim() !== '') void say(own.trim())
          }}
        >
          <input
            aria-label={t('undo.own')}
            placeholder={t('undo.own')}
            maxLength={REASON_MAX}
            value={own}
            onChange={({ target }) => {
              setOwn(target.value)
            }}
            className="scan-input grow"
          />
          <button type="submit" className="scan-action">
            {t('undo.submit')}
          </button>
        </form>
        {fault !== null && <p role="alert" className="font-semibold">{fault}</p>}
      </div>
    </details>
  )
}
