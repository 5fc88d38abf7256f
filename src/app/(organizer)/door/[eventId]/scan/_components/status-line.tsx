'use client'

import { classes } from '@/components/ui/classes'
import type { ScannerState } from '../_lib/state'
import { useWords } from '../_lib/words'

/** Whether there is a network, and how many wait: in words, always in view. */
export function StatusLine({
  eventId,
  state,
  kept,
}: {
  readonly eventId: string
  readonly state: ScannerState
  /** The page opens without a network. */
  readonly kept: boolean
}) {
  const { t } = useWords()
  const { network, standing, queued, keeps, arrivedLate } = state
  const troubled = network === 'OFFLINE' || queued > 0 || standing !== 'HOST' || !keeps
  return (
    <div role="status" className={classes('scan-status', troubled && 'scan-status-warn')}>
      <span className="font-semibold">{t(network === 'ONLINE' ? 'status.online' : 'status.offline')}</span>
      {!troubled && kept && <span className="text-muted">{t('status.kept')}</span>}
      {queued > 0 && <span>{t('status.queued', { count: queued })}</span>}
      {queued === 0 && arrivedLate > 0 && <span>{t('status.sent', { count: arrivedLate })}</span>}
      {!keeps && <span>{t('status.keepsNothing')}</span>}
      {standing === 'NO_HOST' && <span>{t('status.noHost')}</span>}
      {standing === 'SIGNED_OUT' && (
        <a className="font-semibold underline" href={`/sign-in?next=${encodeURIComponent(`/door/${eventId}/scan`)}`}>
          {t('status.signIn', { count: queued })}
        </a>
      )}
    </div>
  )
}
