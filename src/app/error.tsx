'use client'

import { Button } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { useFaultWords } from './_components/fault-words'

/** Something failed on our side: what happened, what to do, and a number to tell the organizers. */
export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}) {
  const words = useFaultWords()
  if (!words) return null
  return (
    <Page
      title={words.title}
      lead={words.text}
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
