'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import type { ScannedPerson, ScanTarget } from '@/domain/check-in/scanner'
import type { ShownAnswer } from '../_lib/state'
import { useWords } from '../_lib/words'
import { SlipQr } from './slip-qr'
import { TakeBack } from './take-back'

type Tone = 'in' | 'already' | 'ask' | 'refused' | 'queued' | 'calm'

const TONES: Readonly<Record<ShownAnswer['kind'], Tone>> = {
  WAITING: 'calm',
  IN: 'in',
  ALREADY: 'already',
  ASK: 'ask',
  REFUSED: 'refused',
  LOST: 'refused',
  QUEUED: 'queued',
  UNDONE: 'calm',
  DROPPED: 'calm',
}

/** Drawn so that each tone has its own shape, for those who do not tell the colours apart. */
const ICONS: Readonly<Record<Tone, string>> = {
  in: 'M4 10.5l4 4 8-9',
  already: 'M3.5 10.5l3 3 5-6M9.5 13l.8.8 6-7',
  ask: 'M7 7.5a3 3 0 1 1 4.2 2.8c-.8.4-1.2.9-1.2 1.9M10 15.3v.4',
  refused: 'M5 5l10 10M15 5L5 15',
  queued: 'M6 3h8M6 17h8M7 3c0 4 6 5 6 7s-6 3-6 7M13 3c0 4-6 5-6 7s6 3 6 7',
  calm: 'M5 10h10',
}

interface Actions {
  readonly letIn: (target: ScanTarget) => void
  readonly clear: () => void
  readonly takeBack: (answer: { readonly personId: string; readonly name: string }, reason: string) => Promise<string | null>
  readonly drop: (nonce: string) => void
}

/** What became of the latest scan: the whole width, read from an arm's length. It stays until the next. */
export function AnswerPanel({
  answer,
  eventId,
  ready,
  ...actions
}: Actions & {
  readonly answer: ShownAnswer | null
  readonly eventId: string
  /** Whether anything can be scanned yet. */
  readonly ready: boolean
}) {
  const { t } = useWords()
  const tone = answer ? TONES[answer.kind] : 'calm'
  const panel = useRef<HTMLElement>(null)
  const shown = answer && answer.nonce + answer.kind
  useEffect(() => {
    if (shown === null) return
    // The slip last: somebody holds their phone to it, so where not all has room it is what stays in view.
    panel.current?.scrollIntoView({ block: 'nearest' })
    panel.current?.querySelector('.scan-slip')?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  return (
    <section
      ref={panel}
      role="status"
      aria-live="assertive"
      aria-label={t('answer.title')}
      data-answer={answer?.kind ?? 'NONE'}
      className={`scan-answer scan-${tone}`}
    >
      {answer ? (
        <div key={shown} className="arrives grid gap-3">
          <Heading tone={tone}>{t(`answer.${answer.kind}`)}</Heading>
          <Told answer={answer} eventId={eventId} {...actions} />
        </div>
      ) : (
        <p className="text-lead">{t(ready ? 'answer.none' : 'answer.WAITING')}</p>
      )}
    </section>
  )
}

function Heading({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <p className="flex items-center gap-3 text-lead font-bold">
      <svg aria-hidden="true" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" className="size-9 shrink-0 rounded-[999px] border-2 border-current p-1">
        <path d={ICONS[tone]} />
      </svg>
      {children}
    </p>
  )
}

function Told({ answer, eventId, letIn, clear, takeBack, drop }: Actions & { readonly answer: ShownAnswer; readonly eventId: string }) {
  const { t, time } = useWords()
  switch (answer.kind) {
    case 'WAITING':
    case 'LOST':
    case 'DROPPED':
      return answer.kind === 'LOST' ? <p>{t('lost')}</p> : null
    case 'IN':
      return (
        <>
          <Person person={answer.person} />
          {answer.slipUrl !== null && <SlipQr url={answer.slipUrl} />}
          <div className="flex flex-wrap gap-3">
            {answer.slipUrl !== null && (
              <a className="scan-action" href={`/door/${eventId}/badges?person=${answer.person.personId}`}>
                {t('badge')}
              </a>
            )}
            <TakeBack name={answer.person.name} takeBack={(reason) => takeBack(answer.person, reason)} />
          </div>
        </>
      )
    case 'ALREADY':
      return (
        <>
          <Person person={answer.person}>{t('since', { time: time(answer.since) })}</Person>
          <div>
            <TakeBack name={answer.person.name} takeBack={(reason) => takeBack(answer.person, reason)} />
          </div>
        </>
      )
    case 'ASK':
      return (
        <>
          <Person person={answer.person}>{t(`reasons.${answer.reason}`)}</Person>
          <div className="grid grid-cols-2 gap-3">
            <button type="button" className="scan-action scan-strong" onClick={() => { letIn(answer.target) }}>
              {t('letIn')}
            </button>
            <button type="button" className="scan-action" onClick={clear}>
              {t('notNow')}
            </button>
          </div>
        </>
      )
    case 'REFUSED':
      return <p className="text-lead">{answer.message}</p>
    case 'QUEUED':
      return (
        <>
          {answer.person ? (
            <Person person={answer.person} />
          ) : answer.target.kind === 'WALK_IN' ? (
            <Name>{answer.target.name}</Name>
          ) : (
            <p className="text-lead">{t('unknownHere')}</p>
          )}
          <p>{answer.since === null ? t('queuedText') : t('queuedSince', { time: time(answer.since) })}</p>
          <div>
            <button type="button" className="scan-action" onClick={() => { drop(answer.nonce) }}>
              {t('drop')}
            </button>
          </div>
        </>
      )
    case 'UNDONE':
      return <Name>{answer.name}</Name>
  }
}

/** In characters: what has more is drawn smaller. */
const LONG_NAME = 32

function Name({ children }: { readonly children: string }) {
  return (
    <p dir="auto" className="scan-name" data-long={children.length > LONG_NAME}>
      {children}
    </p>
  )
}

/** What visit it is, the name huge, whom they bring, and what else there is to say: no name pushes the visit away. */
function Person({ person, children }: { readonly person: ScannedPerson; readonly children?: ReactNode }) {
  const { t } = useWords()
  return (
    <div className="grid gap-1">
      <p className="text-question font-semibold">{t('visit', { count: person.visitNumber })}</p>
      <Name>{person.name}</Name>
      {children && <p className="text-lead">{children}</p>}
      {person.plusOnes > 0 && <p className="text-lead font-semibold">{t('brings', { count: person.plusOnes })}</p>}
    </div>
  )
}
