'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { QrCode } from '@/components/ui/qr-code'
import { useScripts } from '@/components/ui/use-form-answer'
import type { LinkAnswer } from '../_lib/link-answer'

/** What stands around a host's link. */
export interface LinkWords {
  readonly ready: string
  readonly once: string
  readonly shownOnce: string
  readonly qr: string
  readonly link: string
  readonly copy: string
  readonly copied: string
}

/** A host's link as a code to be scanned off this screen, and as text to be sent. */
export function HostLink({ link, words }: { readonly link: NonNullable<LinkAnswer['link']>; readonly words: LinkWords }) {
  return (
    <div role="status" className="arrives grid gap-4 border-t-2 border-ink bg-raised px-5 py-5">
      <h3 dir="auto" className="text-heading">
        {link.label || words.ready}
      </h3>
      <p className="max-w-measure font-medium">{words.once}</p>
      <div className="w-full max-w-[22rem] bg-white">
        <QrCode drawing={link.qr} title={words.qr} />
      </div>
      <div className="grid gap-2">
        <label className="grid gap-1.5">
          <span className="font-semibold">{words.link}</span>
          <input
            readOnly
            value={link.url}
            dir="ltr"
            onFocus={(event) => {
              event.currentTarget.select()
            }}
            className="min-h-[max(2.75rem,44px)] w-full border-0 border-b-2 border-edge bg-paper px-3 py-2 text-base"
          />
        </label>
        <CopyButton text={link.url} words={words} />
      </div>
      <p className="text-small text-muted">{words.shownOnce}</p>
    </div>
  )
}

/** Where the browser lets pages write to the clipboard, which is on https only. */
function CopyButton({ text, words }: { readonly text: string; readonly words: LinkWords }) {
  const scripts = useScripts()
  const [copied, setCopied] = useState(false)
  if (!scripts || !('clipboard' in navigator)) return null
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      // Not allowed here: the link stands beside it, to be selected.
      setCopied(false)
    }
  }
  return (
    <div className="flex items-center gap-4">
      <Button type="button" tone="quiet" onClick={() => void copy()}>
        {words.copy}
      </Button>
      <span aria-live="polite" className="text-good">
        {copied ? words.copied : ''}
      </span>
    </div>
  )
}
