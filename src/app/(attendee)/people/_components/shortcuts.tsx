'use client'

import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { useScripts } from '@/components/ui/use-form-answer'

/** A key, what it does in words, and the element that it clicks; `focus` for a line to write on. */
export interface Shortcut {
  readonly key: string
  readonly does: string
  readonly selector?: string
  readonly focus?: boolean
}

const STORED = 'serendip.keys'
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Single keys can be switched off (WCAG 2.1.4): who speaks to the computer would press them by words. */
function areOn(): boolean {
  return localStorage.getItem(STORED) !== 'off'
}

function switchKeys(on: boolean): void {
  localStorage.setItem(STORED, on ? 'on' : 'off')
  for (const listener of listeners) listener()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')]

/** Moves along the list's lines; from elsewhere to the first or last. */
function move(by: 1 | -1): boolean {
  const all = rows()
  const at = all.findIndex((row) => row === document.activeElement)
  const next = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : at + by]
  next?.focus()
  return next !== undefined
}

/** Up and down belong to the page, unless a line of the list or the search line has the focus. */
function arrows(event: KeyboardEvent): boolean {
  const { activeElement } = document
  const inList = activeElement instanceof HTMLElement && activeElement.matches('[data-row]')
  if (event.key === 'ArrowDown' && (inList || activeElement?.id === 'q')) return move(1)
  return event.key === 'ArrowUp' && inList && move(-1)
}

/** Single keys for a keyboard, with a list of them behind '?', where they can be switched off. */
export function Shortcuts({
  shortcuts,
  words,
  also,
}: {
  readonly shortcuts: readonly Shortcut[]
  readonly words: { readonly title: string; readonly on: string; readonly close: string; readonly open: string }
  /** The keys of another page, in a sentence. */
  readonly also?: string
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const on = useSyncExternalStore(subscribe, areOn, () => true)
  const scripts = useScripts()

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (dialog.current?.open === true) return
    if (arrows(event)) {
      event.preventDefault()
      return
    }
    if (!on || isTyping(event.target) || event.repeat) return
    const shortcut = shortcuts.find(({ key }) => key === event.key)
    if (!shortcut) return
    event.preventDefault()
    if (shortcut.key === '?') dialog.current?.showModal()
    else if (shortcut.key === 'j') move(1)
    else if (shortcut.key === 'k') move(-1)
    else if (shortcut.selector !== undefined) {
      const element = document.querySelector<HTMLElement>(shortcut.selector)
      if (shortcut.focus === true) element?.focus()
      else element?.click()
    }
  })

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      press(event)
    }
    document.addEventListener('keydown', listen)
    return () => {
      document.removeEventListener('keydown', listen)
    }
  }, [])

  if (!scripts) return null
  return (
    <div className="hidden lg:block pointer-coarse:hidden">
      <Button
        type="button"
        tone="quiet"
        onClick={() => {
          dialog.current?.showModal()
        }}
      >
        <kbd>?</kbd> {words.open}
      </Button>
      <dialog ref={dialog} aria-labelledby="keys-title" className="m-auto max-w-[min(28rem,90vw)] border-2 border-ink bg-paper p-6 text-ink backdrop:bg-ink/50">
        <h2 id="keys-title" className="text-heading">
          {words.title}
        </h2>
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-2 py-4">
          {shortcuts.map(({ key, does }) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="border border-edge bg-raised px-2 py-0.5 font-semibold">{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        {also && <p className="pb-4 text-small text-muted">{also}</p>}
        <label className="flex min-h-[max(2.75rem,44px)] items-center gap-3">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              switchKeys(event.currentTarget.checked)
            }}
            className="size-6 shrink-0 accent-accent"
          />
          {words.on}
        </label>
        <form method="dialog" className="pt-3">
          <Button tone="quiet">{words.close}</Button>
        </form>
      </dialog>
    </div>
  )
}
