'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'

/** How long after a letter the next one is waited for, in milliseconds. */
const PAUSE_MS = 150

/**
 * A line to search by. With JavaScript the list follows while one types: each letter ends the search for those
 * before. Without, it is a form.
 */
export function SearchBox({
  q,
  label,
  submit,
  hint,
  fields,
}: {
  readonly q: string
  readonly label: string
  readonly submit: string
  readonly hint: string
  /** What else the address says. */
  readonly fields: Readonly<Record<string, string>>
}) {
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [searching, startSearch] = useTransition()

  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )
  useEffect(() => {
    // One went back to another search: the line says which.
    if (input.current && document.activeElement !== input.current) input.current.value = q
  }, [q])

  const search = (text: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const said = new URLSearchParams(fields)
      if (text.trim() !== '') said.set('q', text)
      startSearch(() => {
        router.replace(`/people?${said.toString()}`, { scroll: false })
      })
    }, PAUSE_MS)
  }

  return (
    <form method="get" action="/people" role="search" aria-busy={searching} className="flex items-end gap-3">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid grow gap-1.5">
        <label htmlFor="q" className="font-semibold">
          {label}
        </label>
        <p id="q-hint" className="hidden text-small text-muted sm:block">
          {hint}
        </p>
        <input
          ref={input}
          id="q"
          name="q"
          type="search"
          dir="auto"
          defaultValue={q}
          maxLength={100}
          autoComplete="off"
          enterKeyHint="search"
          aria-describedby="q-hint"
          onInput={(event) => {
            search(event.currentTarget.value)
          }}
          className="min-h-[max(2.75rem,44px)] w-full min-w-0 border-0 border-b-2 border-edge bg-raised px-3 py-2 text-base text-ink hover:border-ink focus:border-accent"
        />
      </div>
      <noscript>
        <button className="link min-h-[max(2.75rem,44px)] px-2">{submit}</button>
      </noscript>
    </form>
  )
}
