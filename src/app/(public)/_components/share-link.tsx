'use client'

import { useState, type MouseEvent } from 'react'
import { buttonClass } from '@/components/ui/button'

/**
 * Tells somebody else: by the phone's own sheet where it has one, else by copying the address. Without
 * scripts it begins a mail.
 */
export function ShareLink({
  url,
  title,
  text,
  label,
  copied,
}: {
  readonly url: string
  readonly title: string
  readonly text: string
  readonly label: string
  /** What is said once the address is in the clipboard. */
  readonly copied: string
}) {
  const [said, say] = useState('')
  const share = (event: MouseEvent) => {
    // Both are there only where the page came by https, or from this machine.
    const { share: sheet, clipboard } = navigator as Partial<Navigator>
    if (!sheet && !clipboard) return
    event.preventDefault()
    const done = sheet ? navigator.share({ url, title, text }) : navigator.clipboard.writeText(url)
    // Closing the sheet is an answer too.
    done.then(
      () => {
        if (!sheet) say(copied)
      },
      () => undefined,
    )
  }
  const mail = new URLSearchParams({ subject: title, body: `${text}\n${url}` }).toString().replaceAll('+', '%20')
  return (
    <>
      <a href={`mailto:?${mail}`} onClick={share} className={buttonClass({ tone: 'quiet' })}>
        {label}
      </a>
      <span role="status" className="text-muted empty:hidden">
        {said}
      </span>
    </>
  )
}
