'use client'

import { useDeferredValue, useMemo, useState, type SubmitEvent } from 'react'
import { buildNameIndex, searchNames } from '@/domain/check-in/name-search'
import { readScannedCode } from '@/domain/check-in/scanned-code'
import type { FoundPerson, Roster, ScanTarget } from '@/domain/check-in/scanner'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ask, scannerApi, within } from '../_lib/ask-server'
import { useWords } from '../_lib/words'

const MOST_HITS = 8
const PATIENCE_MS = 8_000

/** Finds somebody by name on this device's list, or takes the code that stands below a ticket. */
export function FindPanel({
  eventId,
  roster,
  online,
  typing,
  letIn,
}: {
  readonly eventId: string
  readonly roster: Roster | null
  readonly online: boolean
  /** Told of every change of the text. */
  readonly typing: () => void
  readonly letIn: (target: ScanTarget) => void
}) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [further, setFurther] = useState<Further | null>(null)
  const typed = useDeferredValue(text.trim())
  const index = useMemo(() => buildNameIndex(roster?.people ?? []), [roster])
  const code = readScannedCode(typed)
  // What a hardware scanner types into this field is a code too.
  const isCode = typed !== '' && code.kind !== 'FOREIGN'
  const hits = typed.length < 2 || isCode ? [] : searchNames(index, typed, MOST_HITS)
  const more = further?.text === typed ? further : null
  const shown = more?.people ?? hits

  const take = (target: ScanTarget) => {
    letIn(target)
    setText('')
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isCode || /^https?:/i.test(typed)) take({ kind: 'CODE', text: typed })
  }
  const lookFurther = async () => {
    setFurther({ text: typed, people: null, fault: null })
    const asked = await ask(scannerApi.search.query({ eventId, name: typed }, within(PATIENCE_MS)))
    if (asked.kind === 'ANSWER') setFurther({ text: typed, people: asked.value, fault: null })
    else setFurther({ text: typed, people: null, fault: 'message' in asked ? asked.message : t('find.noAnswer') })
  }

  return (
    <form onSubmit={submit} onInput={typing} className="grid content-start gap-3">
      <label htmlFor="scan-find" className="font-semibold">
        {t('find.label')}
      </label>
      <input
        id="scan-find"
        dir="auto"
        autoFocus
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
        enterKeyHint="search"
        value={text}
        onChange={({ target }) => {
          setText(target.value)
        }}
        className="scan-input"
      />
      {isCode && <Button>{t('find.useCode', { code: typed })}</Button>}
      <ul className="grid">
        {shown.map((person) => (
          <Hit key={person.personId} person={person} letIn={take} />
        ))}
      </ul>
      {typed.length >= 2 && !isCode && (
        <div className="grid justify-items-start gap-2">
          {shown.length === 0 && <p role="status">{t(more?.people ? 'find.nobodyAtAll' : 'find.nobody')}</p>}
          {more?.fault && <Notice tone="error">{more.fault}</Notice>}
          {!more?.people &&
            (online ? (
              <Button type="button" tone="quiet" onClick={() => void lookFurther()}>
                {t('find.further')}
              </Button>
            ) : (
              <p className="text-muted">{t('find.furtherOffline')}</p>
            ))}
        </div>
      )}
      {roster === null && <p className="text-muted">{t('find.noList')}</p>}
      {roster !== null && roster.leftOut > 0 && online && typed.length >= 2 && !isCode && !more?.people && <p className="text-muted">{t('find.leftOut', { count: roster.leftOut })}</p>}
    </form>
  )
}

/** What the server found for a text; `people` is null while it is asked, and when it did not answer. */
interface Further {
  readonly text: string
  readonly people: readonly FoundPerson[] | null
  readonly fault: string | null
}

function Hit({ person, letIn }: { readonly person: FoundPerson; readonly letIn: (target: ScanTarget) => void }) {
  const { t, time } = useWords()
  const facts = [
    person.inSince === null ? null : t('since', { time: time(person.inSince) }),
    t('visit', { count: person.visitNumber }),
    person.rsvp === null ? null : t(`rsvp.${person.rsvp}`),
    person.plusOnes > 0 ? t('brings', { count: person.plusOnes }) : null,
  ].filter((fact) => fact !== null)
  return (
    <li className="border-b border-line">
      <button
        type="button"
        onClick={() => {
          letIn({ kind: 'PERSON', personId: person.personId })
        }}
        className="flex min-h-14 w-full items-center justify-between gap-3 py-2 text-left"
      >
        <span className="grid min-w-0 gap-0.5">
          <span dir="auto" className="text-lead font-semibold wrap-anywhere">
            {person.name}
          </span>
          <span className="text-muted">{facts.join(' · ')}</span>
        </span>
        {person.inSince === null && <span className="scan-action scan-do shrink-0">{t('letIn')}</span>}
      </button>
    </li>
  )
}
