'use client'

import Link from 'next/link'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { ScanTarget } from '@/domain/check-in/scanner'
import { keepThisPage } from '@/components/keep-this-page'
import { useScripts } from '@/components/ui/use-form-answer'
import { openQrReader } from '../_lib/qr-reader'
import { ask, scannerApi, within } from '../_lib/ask-server'
import { keyboardWedge } from '../_lib/keyboard-wedge'
import { countQueue } from '../_lib/note-answers'
import { repeatGuard } from '../_lib/repeat-guard'
import { makeSignals } from '../_lib/signals'
import type { Conflict } from '../_lib/state'
import { latestArrivals, withArrival } from '../_lib/find-in-roster'
import { useScanner } from '../_lib/use-scanner'
import { useWords, WordsProvider, type ScanWords } from '../_lib/words'
import type { Locale } from '@/text/translator'
import { AnswerPanel } from './answer-panel'
import { CameraView } from './camera-view'
import { FindPanel } from './find-panel'
import { StatusLine } from './status-line'
import { TakeBack } from './take-back'
import { ToLookAt } from './to-look-at'
import { WalkInPanel } from './walk-in-panel'

const PATIENCE_MS = 8_000
const WAYS = ['scan', 'find', 'walkIn'] as const
type Way = (typeof WAYS)[number]

interface Evening {
  readonly eventId: string
  readonly name: string
  /** IANA. */
  readonly timeZone: string
}

/** The host's scanner, all of it. */
export function ScanDesk({ evening, locale, words }: { readonly evening: Evening; readonly locale: Locale; readonly words: ScanWords }) {
  return (
    <WordsProvider locale={locale} words={words} timeZone={evening.timeZone}>
      <Desk evening={evening} sentences={words.sentences} />
    </WordsProvider>
  )
}

function Desk({ evening: { eventId, name }, sentences }: { readonly evening: Evening; readonly sentences: ScanWords['sentences'] }) {
  const { t, time } = useWords()
  const { state, store, scanner, device } = useScanner(eventId, sentences)
  const [way, setWay] = useState<Way>('scan')
  const [signals] = useState(makeSignals)
  const [chosen, setMuted] = useState(signals.muted)
  // The server knows no device's choice.
  const muted = useScripts() && chosen
  const [guard] = useState(repeatGuard)
  const [wedge] = useState(keyboardWedge)
  const arrivals = useMemo(() => latestArrivals(state.roster, state.arrivals), [state.roster, state.arrivals])

  const letIn = async (target: ScanTarget, decided = false) => {
    if (!scanner) return
    setWay('scan')
    signals.play((await scanner.scan(target, decided)).kind)
  }
  const seen = (text: string) => {
    // One answer after the other: whoever is next is still in view then.
    if (store.get().answer?.kind !== 'WAITING' && guard(text, performance.now())) void letIn({ kind: 'CODE', text })
  }
  const takeBack = async (person: { readonly personId: string; readonly name: string }, reason: string) => {
    const asked = await ask(scannerApi.undo.mutate({ eventId, personId: person.personId, reason }, within(PATIENCE_MS)))
    if (asked.kind !== 'ANSWER') return 'message' in asked ? asked.message : t('undo.noAnswer')
    const before = store.get()
    store.change({
      roster: before.roster && withArrival(before.roster, person.personId, null),
      arrivals: before.arrivals.filter(({ personId }) => personId !== person.personId),
      answer: { kind: 'UNDONE', nonce: person.personId, target: { kind: 'PERSON', personId: person.personId }, name: person.name },
    })
    return null
  }
  /** Whoever is looked for next is not whom the old answer is about. */
  const clear = () => {
    if (store.get().answer?.kind !== 'WAITING') store.change({ answer: null })
  }
  const place = { eventId, state: store, device }
  const dismiss = async (nonce: string) => {
    await device?.dismiss(nonce)
    await countQueue(place)
  }
  const decide = async ({ scan, answer }: Conflict) => {
    await dismiss(scan.nonce)
    if (answer.outcome === 'ASK') await letIn({ kind: 'PERSON', personId: answer.person.personId }, true)
  }

  const kept = useKept(eventId)
  const typed = useEffectEvent((text: string) => void letIn({ kind: 'CODE', text }))
  const woken = useEffectEvent(() => {
    // Later, since it takes its time, and a scanner's next key is on its way.
    setTimeout(signals.wake)
  })
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      woken()
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
      const text = wedge({ key: event.key, at: event.timeStamp })
      if (text === null) return
      // Its Enter must not press the button that happens to have the focus.
      event.preventDefault()
      typed(text)
    }
    const tap = () => {
      woken()
    }
    window.addEventListener('keydown', key, true)
    window.addEventListener('pointerdown', tap)
    return () => {
      window.removeEventListener('keydown', key, true)
      window.removeEventListener('pointerdown', tap)
    }
  }, [wedge])

  return (
    <main id="main" tabIndex={-1} className="scan outline-none">
      <header className="scan-top flex items-center justify-between gap-3">
        <Link prefetch={false} href={`/door/${eventId}`} className="link inline-flex min-h-11 min-w-11 items-center whitespace-nowrap">
          {t('back')}
        </Link>
        <h1 dir="auto" className="min-w-0 flex-1 truncate text-center text-lead font-semibold">
          {name}
        </h1>
        <button
          type="button"
          aria-pressed={muted}
          className="inline-flex min-h-11 min-w-11 items-center underline"
          onClick={() => {
            signals.mute(!muted)
            setMuted(!muted)
          }}
        >
          {t(muted ? 'soundOff' : 'soundOn')}
        </button>
      </header>
      <StatusLine eventId={eventId} state={state} kept={kept} />
      <div className="grid content-start gap-3">
        <CameraView hidden={way !== 'scan'} found={seen} />
        {way === 'find' && <FindPanel eventId={eventId} roster={state.roster} online={state.network === 'ONLINE'} typing={clear} letIn={(target) => void letIn(target)} />}
        {way === 'walkIn' && <WalkInPanel typing={clear} letIn={(target) => void letIn(target)} />}
      </div>
      <div className="grid content-start gap-6">
        <AnswerPanel
          answer={state.answer}
          ready={scanner !== null}
          eventId={eventId}
          letIn={(target) => void letIn(target, true)}
          clear={clear}
          takeBack={takeBack}
          drop={(nonce) => void scanner?.drop(nonce)}
        />
        <ToLookAt conflicts={state.conflicts} letIn={(conflict) => void decide(conflict)} dismiss={(nonce) => void dismiss(nonce)} />
        {arrivals.length > 0 && (
          <section aria-labelledby="scan-last" className="pb-4">
            <h2 id="scan-last" className="text-heading">
              {t('last')}
            </h2>
            <ul className="grid">
              {arrivals.map(({ at, ...person }) => (
                <li key={person.personId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2">
                  <span>
                    <span dir="auto" className="font-semibold">
                      {person.name}
                    </span>{' '}
                    <span className="text-muted">{time(at)}</span>
                  </span>
                  <TakeBack name={person.name} takeBack={(reason) => takeBack(person, reason)} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <nav aria-label={t('ways.label')} className="scan-ways">
        {WAYS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={way === each}
            onClick={() => {
              setWay(each)
              clear()
            }}
          >
            {t(`ways.${each}`)}
          </button>
        ))}
      </nav>
    </main>
  )
}

/**
 * Loads the decoder before there is no network any more, and then keeps the page with it.
 * @returns whether the page opens without a network from now on.
 */
function useKept(eventId: string): boolean {
  const [kept, setKept] = useState(false)
  useEffect(() => {
    const keep = () => void keepThisPage(`/door/${eventId}/scan`).then(setKept)
    openQrReader().then(keep, keep)
  }, [eventId])
  return kept
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
}
