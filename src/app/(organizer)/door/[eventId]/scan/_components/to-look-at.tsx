'use client'

import type { Conflict } from '../_lib/state'
import { useWords } from '../_lib/words'

/** What the server said of queued scans, where that was not 'in': the host looks, and puts each aside. */
export function ToLookAt({
  conflicts,
  letIn,
  dismiss,
}: {
  readonly conflicts: readonly Conflict[]
  readonly letIn: (conflict: Conflict) => void
  readonly dismiss: (nonce: string) => void
}) {
  const { t } = useWords()
  if (conflicts.length === 0) return null
  return (
    <section aria-labelledby="scan-look" className="border-t-4 border-warn pt-3">
      <h2 id="scan-look" className="text-heading">
        {t('look.title', { count: conflicts.length })}
      </h2>
      <ul className="grid">
        {conflicts.map((conflict) => (
          <li key={conflict.scan.nonce} className="grid gap-2 border-b border-line py-3">
            <Said conflict={conflict} />
            <div className="flex flex-wrap gap-2">
              {conflict.answer.outcome === 'ASK' && (
                <button type="button" className="scan-action scan-strong" onClick={() => { letIn(conflict) }}>
                  {t('letIn')}
                </button>
              )}
              <button type="button" className="scan-action" onClick={() => { dismiss(conflict.scan.nonce) }}>
                {t(conflict.answer.outcome === 'ASK' ? 'notNow' : 'look.seen')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Said({ conflict: { scan, answer } }: { readonly conflict: Conflict }) {
  const { t, time } = useWords()
  const scannedAt = time(new Date(scan.scannedAt).toISOString())
  const name = answer.outcome === 'REFUSED' ? scan.label : answer.person.name
  return (
    <div>
      <p dir="auto" className="font-semibold">
        {name === '' ? t('look.unknown') : name}
      </p>
      <p>
        {answer.outcome === 'ALREADY' && t('look.already', { time: time(answer.since) })}
        {answer.outcome === 'ASK' && t(`reasons.${answer.reason}`)}
        {answer.outcome === 'REFUSED' && answer.message}
      </p>
      <p className="text-muted">{t('look.scanned', { time: scannedAt })}</p>
    </div>
  )
}
