'use client'

import { lazy, Suspense } from 'react'
import './globals.css'

// Fetched only when even the layout fails, so that no page carries the catalogue for it.
const Words = lazy(async () => ({ default: (await import('./_components/global-fault')).GlobalFault }))

/** The page of last resort: it replaces the whole document. */
export default function GlobalError({ reset }: { readonly reset: () => void }) {
  return (
    <html>
      <body>
        <Suspense fallback={null}>
          <Words reset={reset} />
        </Suspense>
      </body>
    </html>
  )
}
