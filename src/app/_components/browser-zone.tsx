'use client'

import { useEffect } from 'react'

/** Chooses the browser's own time zone in a select where nothing is chosen yet. */
export function BrowserZone({ selectId }: { readonly selectId: string }) {
  useEffect(() => {
    const select = document.getElementById(selectId)
    if (select instanceof HTMLSelectElement && select.value === '') {
      select.value = Intl.DateTimeFormat().resolvedOptions().timeZone
    }
  }, [selectId])
  return null
}
