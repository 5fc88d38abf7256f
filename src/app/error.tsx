'use client'

import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { useFaultWords } from '@/components/ui/fault-words'
import { Page } from '@/components/ui/page'

function watchNetwork(changed: () => void) {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/**
 * Something failed, on our side or for want of a network: what happened, what to do, and a number to
 * tell the organizers.
 */
export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}) {
  const words = useFaultWords()
  const online = useSyncExternalStore(
    watchNetwork,
    () => navigator.onLine,
    () => true,
  )
  if (!words) return null
  return (
    <Page
      title={online ? words.title : words.offlineTitle}
      lead={online ? words.text : words.offlineText}
      action={
        <>
          <Button type="button" onClick={reset}>
            {words.retry}
          </Button>
          <a href="/" className="link inline-flex min-h-11 items-center">
            {words.home}
          </a>
        </>
      }
    >
      {error.digest && <p className="text-small text-muted tabular-nums">{error.digest}</p>}
    </Page>
  )
}
