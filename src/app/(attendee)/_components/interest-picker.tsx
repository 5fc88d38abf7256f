'use client'

import { useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { ChipChoice } from '@/components/ui/chip'
import { Field } from '@/components/ui/field'
import { useScripts } from '@/components/ui/use-form-answer'
import { slugOfInterest } from '@/domain/interests/normalise'
import { searchInterests, type FoundInterest } from './search-interests'

/** What the picker says; `found` holds the sentence for each number of suggestions, from none. */
export interface PickerWords {
  readonly search: string
  readonly searchHint: string
  readonly add: string
  /** For what has neither letters nor digits, an emoji for example. */
  readonly unreadable: string
  readonly found: readonly string[]
}

/** Letters typed within this time make one search, in milliseconds. */
const PAUSE_MS = 160

/**
 * Interests as chips to tick, and a line for others with suggestions while typing. Without scripts
 * the chips are checkboxes and the line is posted with the form.
 */
export function InterestPicker({
  mine,
  offered,
  words,
}: {
  readonly mine: readonly FoundInterest[]
  readonly offered: readonly FoundInterest[]
  readonly words: PickerWords
}) {
  const scripts = useScripts()
  const [added, setAdded] = useState<readonly FoundInterest[]>([])
  const [word, setWord] = useState('')
  const [found, setFound] = useState<readonly FoundInterest[] | null>(null)
  const [ticked, setTicked] = useState('')
  const [unreadable, setUnreadable] = useState(false)
  const search = useRef<{ timer: number; abort: AbortController } | null>(null)

  const stopSearching = () => {
    if (!search.current) return
    clearTimeout(search.current.timer)
    search.current.abort.abort()
    search.current = null
  }
  const type = (text: string) => {
    setWord(text)
    setTicked('')
    setUnreadable(false)
    stopSearching()
    if (text.trim() === '') {
      setFound(null)
      return
    }
    const abort = new AbortController()
    const timer = window.setTimeout(() => {
      void searchInterests(text, abort.signal).then((interests) => {
        if (!abort.signal.aborted) setFound(interests)
      })
    }, PAUSE_MS)
    search.current = { timer, abort }
  }
  const add = (interest: FoundInterest) => {
    stopSearching()
    setWord('')
    setFound(null)
    setTicked(interest.label)
    const shown = [...mine, ...offered, ...added].find(
      ({ slug, label }) => slug === interest.slug || sameWord(label, interest.label),
    )
    if (!shown) {
      setAdded([...added, interest])
      return
    }
    const box = document.getElementById(`interest-${shown.slug}`)
    if (box instanceof HTMLInputElement) box.checked = true
  }
  const addTyped = () => {
    const label = word.trim()
    if (label === '') return
    if (slugOfInterest(label) === null) setUnreadable(true)
    else add(found?.[0] && sameWord(found[0].label, label) ? found[0] : { slug: label, label })
  }
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || word.trim() === '') return
    event.preventDefault()
    addTyped()
  }

  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap gap-2">
        {mine.map(({ slug, label }) => (
          <ChipChoice key={slug} id={`interest-${slug}`} name="interest" value={slug} label={label} defaultChecked />
        ))}
        {offered.map(({ slug, label }) => (
          <ChipChoice key={slug} id={`interest-${slug}`} name="interest" value={slug} label={label} />
        ))}
      </div>
      <div className="grid gap-2">
        <div className="flex flex-wrap items-end gap-3">
          <Field
            name="word"
            label={words.search}
            hint={words.searchHint}
            error={unreadable ? words.unreadable : undefined}
            className="min-w-[min(12rem,100%)] flex-1"
            maxLength={60}
            autoComplete="off"
            enterKeyHint="done"
            value={word}
            onChange={(event) => {
              type(event.target.value)
            }}
            onKeyDown={addOnEnter}
          />
          <Button tone="quiet" type={scripts ? 'button' : 'submit'} name="intent" value="add" onClick={scripts ? addTyped : undefined}>
            {words.add}
          </Button>
        </div>
        <p role="status" className="min-h-[1.45em] text-small text-muted">
          {found ? words.found[found.length] : ticked && `✓ ${ticked}`}
        </p>
        {found && found.length > 0 && (
          <ul className="flex flex-wrap gap-2">
            {found.map((interest) => (
              <li key={interest.slug}>
                <Button
                  type="button"
                  tone="quiet"
                  className="px-4 font-normal!"
                  onClick={() => {
                    add(interest)
                  }}
                >
                  <span aria-hidden="true">+</span>
                  <span dir="auto">{interest.label}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
        {added.length > 0 && (
          <div className="flex flex-wrap gap-2">
            {added.map(({ slug, label }) => (
              <ChipChoice key={slug} id={`interest-${slug}`} name="interest" value={slug} label={label} defaultChecked />
            ))}
          </div>
        )}
      </div>
    </div>
  )
}

function sameWord(a: string, b: string): boolean {
  return a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0
}
