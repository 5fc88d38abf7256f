'use client'

import { useEffect } from 'react'
import { keepThisPage, type OfflineScope } from './keep-this-page'

/**
 * Keeps this page on this device, so that it opens without a network. It is forgotten after that moment, on
 * signing out, and when the server no longer gives it.
 */
export function KeepOffline({
  scope,
  until,
}: {
  /** Of the service worker; the page itself lies in it. */
  readonly scope: OfflineScope
  /** ISO 8601. */
  readonly until: string
}) {
  useEffect(() => {
    void keepThisPage(scope)
  }, [scope, until])
  return <meta name="keep-until" content={until} />
}
